"""Given names of many countries, by which a person is told from a product with a capital."""

import unicodedata
from typing import Final

from incident_tui.postmortem.english.lists import words

GIVEN_NAMES: Final = words(
    """
    aaliyah aarav aarohi aaron abbas abby abdallah abdelkader abdul abdullah abebe abena abigail
    achieng achim adaeze adam adebayo adel adela adele adil adina aditya adnan adrian adriana
    adunni advait adwoa afonso agata agnes agnieszka agota agus agustin ahmad ahmed ahmet aida
    aigul aiko aileen ailsa ainhoa aino ainsley aisha aishwarya aisling aissatou aitor ajay akiko
    akira akosua akshay akua alan alana albert alberto albrecht alec alejandra alejandro aleksandar
    aleksander aleksandr aleksandra aleksei aleksi alemu alena alessandra alessandro alessia alex
    alexander alexandra alexandre alexei alexey alexis alfie alfred ali alice alicia alin alina
    aline alison alistair allison alma almut alun alyssa ama amal amanda amandine amar amara amber
    amelia amelie amina aminata amine amir amira amit amparo amy ana anabela anahit analyn ananya
    anastasia anatoly anca anders andre andrea andreas andreea andrei andrej andres andrew andrey
    andris andriy andrés andy anezka angela angharad anil anirudh anja anjali anke ankit anna
    annabel anne annegret anneke annette annika anong anouk ansgar anthony antoine anton antonella
    antonia antonio antti anya aoi aoife april araceli arash arben archana archie ardeshir ari aria
    arif aristotelis arjun arlo armen arnau arnaud arnav arndt arne arnel aroha artem arthur arturo
    artyom arun asbjørn asha ashleigh ashley ashok asier asma astrid asuka athina aubrey audrey
    aurelie aurore avi axel ayaka ayanda ayesha aylin ayman aymen ayodele ayrton ayse ayumi ayşe
    azadeh aziz babak babatunde bahram balazs balázs bambang baptiste baraka barbara barbora barry
    bart bartosz bayani bea beata beate beatrice beatrix beatriz becca becky behnam behrouz bekzat
    beltran ben bence benedicte benedikt benjamin benoit bente beppe berit bernadette bernard
    bernardo bernice bert berthold bertrand besnik beth bethan bettina betty beverley bhavna bianca
    bilal biljana bill bilquis binh birgit birgitta birgitte bisi bjarne bjorn björn blanca blerim
    bo bob bodo bogdan bogumil bohdan bohumil bojan bojana bongani bonnie boris bozena brad bradley
    bram brandon branka branko brenda brian bridget britta bronagh bronwen bruce bruna bruno bryan
    budi burak burkhard bushra byung bénédicte caetano caio caitlin caleb callum camila camille
    camilo candice caoimhe carl carla carlijn carlo carlos carmela carmen carol carolina caroline
    carsten carys cassie catalin catalina catarina cathal catherine catia cecilia cedric celia
    celine cem cemal cerys cesar chad chandra chantal charles charlie charlotte cheikh chen chetan
    chiara chidi chidinma chiedza chinedu chinwe chioma chipo chiyo chloe chris christa christian
    christina christine christoph christophe christopher christos chukwuemeka ciara ciaran ciarán
    cindy cinzia ciprian citlali claas claire clara clarence claude claudia claudio claus clayton
    clement clifford clinton clive clémence clément coen colin colleen colm connor conor constantin
    consuelo corentin corina corinna corinne cormac corrado cosmin costas craig cristi cristian
    cristina csaba cynthia czeslaw cédric céline césar cătălin daan dafydd dagfinn dagmar daichi
    daiki daisy dalia dalisay damian damien damir dan dana daniel daniela danielle danijela danny
    daria dario darius dariush dariusz darko darlene darnell darren darryl darya daryl dasha dave
    david davide davit debbie deborah declan deepa deepak defne deirdre dejan delores delphine
    denis denise deniz dennis denys denzel derek derya deshawn desislava detlef devika devin dewi
    diana diane dick didier diego dieter dietmar dietrich dilip dilnoza dima dimitra dimitri
    dimitris dina dinesh dirk divya dmitri dmitry dmytro dominic dominick dominik dominique don
    donal donald donatella donna donovan dora doreen dorian doris dorota dorothy dorottya doug
    dougal douglas dragan dragana dragos dragoș driss drita duc dumitru duncan dunja dusan dušan
    dwayne dwight dylan eamon eberhard ebru eckhard ed edda eddie edgar edith edoardo edson eduarda
    eduardo edward edwin eero efua egle ehsan eileen eilidh eimear eirik eirlys eitan ekaterina eko
    elaine eleanor eleftheria elena eleni elfriede elham eli elias elif elina eline eliot elisa
    elisabeth elisabetta eliza elizabeth elke ella ellen ellie elliot elliott eloise elroy elsa
    elsie emanuele emeka emeline emiko emil emilia emilian emilie emilio emily emine emma emmanuel
    emre enrico enrique enzo eoghan eoin ercan erhard eric erica erik erika ernest ernst erwin
    esben esi espen esperanza esra esteban estela esther eszter ethan ethel etienne ettore eugene
    eun-ji eva evan evangelia eve evelyn everett evert evgeny ewa ewelina fabian fabiana fabienne
    fabio fabrice fabrizio facundo faisal fang farah farai farhad farid faris farzad fatih fatiha
    fatima fatma fatou federico felicia felipe felix femi femke ferdinand ferenc fergus fermin
    fernanda fernando ffion filippo finn fiona fionnuala fitri flavio fleur florence florencia
    florent florian florin florina folake fotini franca frances francesca francesco francis
    francisco franck francois frank franz françois françoise frauke fred freda freddie frederic
    frederik freja freya friederike friedrich fritz frode fumiko funmi gabor gabriel gabriela
    gabriele gael gaelle gaetan gaetano gail galina gareth garrett gary gaurav gauri gavin gaëlle
    geert geir gemma geneviève gennady geoff geoffrey georg george georgia georgios gerald
    geraldine gerard gerardo gerd gergely gerhard gero gerrit gethin ghada gheorghe ghislain
    giacomo giada giang gianluca gianni giannis gijs gilbert gilberto gilles gina ginevra giorgi
    giorgio giorgos giovanni gisbert gisela gita gitta giulia giuliana giuseppe gizem gladys glen
    glenda glenn gloria golnaz gonzalo gopal goran gordana gordon gottfried grace graham greg
    gregor gregory greta grzegorz gráinne guadalupe gudrun guenter guido guilhem guillaume gulnara
    gunn gunnar gunter gunther gustav gustavo guy gwen gwendolyn gwyneth gyorgy györgy gábor günter
    günther habib haidar hakan hakon hal hala halil halima halvor hamid hamish hamza hana hanan
    hande hanna hannah hanne hanneke hannes hans harald hari harold harper harriet harrison harry
    harshad hartmut haruka haruki haruto hasan hassan hatem hattie hayden hayley heather hector
    hedda hedwig hege heidi heike heikki heiner heinrich heinz heitor helder helen helena helene
    helga helge helmi helmut hemi hendrik henning henri henrik henry herbert herman hermann hernan
    herve hervé hicham hideki hien hikaru hilary hilda hilke hillary hina hiro hiroko hiroshi
    hiroto hisashi hisham holger holly horace horia horst hossein hovhannes howard hubert huda hugh
    hugo hugues hui huong huseyin hussein huw hye-jin hyun håkon héctor hélène hüseyin iain ian
    iara ibrahim ibrahima ida idris iestyn ieuan ifeoma ignacio igor ihab ikechukwu iker ilaria
    ildiko ildikó ileana ilker ilona ilse ilya iman imanol imke imogen imran indah ineke ines inese
    inga inge ingeborg ingo ingrid inken inmaculada inés ioana ioanna ionel ionut ionuț iqra irena
    irene irina iris irving iryna isaac isabeau isabel isabella isabelle isadora ishaan ishita isla
    ismail istvan istván itzel itziar iulia iulian ivan ivana ivica ivo iwona iñaki jaap jacek jack
    jackie jackson jacob jacopo jacqueline jacques jadwiga jaime jake jakob jakub jamal james jamie
    jan jana jane janet janine janis janos jared jarkko jaroslav jaroslaw jasmina jasmine jason
    javier jawad jay jean jean-luc jean-marc jeff jeffery jeffrey jelena jelle jen jenna jennifer
    jenny jens jeppe jeremy jerome jerry jesper jess jesse jessica jesus ji-hoon ji-woo jiahao
    jiaying jiho jill jim jimmy jin jing jiri jisoo jiří jo joachim joan joana joanna joanne joao
    joaquin joaquín jocelyn jochen jodie joe joel joerg johan johann johanna johannes john johnny
    joko jolene jomar jon jonas jonathan joost jordan jordi jorge joris jorrit jorunn jose josef
    josefina joseph josephine josette josh joshua josie josé jovan jovana joy joyce joão joël juan
    juana jude judit judith judy juergen juha juhani jukka jules julia julian juliana julie julien
    julieta juliette julio jun junjie junko jurgen justin justine justyna jutta jános jérémy jérôme
    jörg jörn jürgen kaan kabir kadir kagiso kai kai-uwe kailani kaisa kaitlyn kaito kaja kalle
    kamal kamau kamil kamila kaori kara kareem karen kari karim karima karin karl karla karlijn
    karolina karsten karthik kasia katalin katarina katarzyna kate katelyn katerina kateryna
    katharina katherine kathleen kathryn kathy katie katja katri katrin katya kaveh kavita kavya
    kay kayla kazuko kazuo keiko keira keisha keita keith kelechi kelly kelsey kemal kemi ken
    kendra kenji kenneth kenta kerem kerstin kestutis ketut kevin khadija khalid khanh kieran kim
    kimberly kinga kipchoge kiran kiril kirill kirsten kirstin kirsty kjell kjersti klaus knut koen
    kofi kohei koji konrad konstantin konstantina konstantinos koray kostas krishna kristen
    kristian kristin kristina kristof kristy kritika krzysztof ksenia kseniya kumar kunle kurt
    kwabena kwame kwasi kyle kyoko kyriakos lacey ladislav laetitia laia laila lakshmi laleh lamia
    lana lara larissa lars larysa lasse laszlo latisha latoya laura lauren laurence laurent
    laurentiu lauri laurie lauryn layla lea leah leandro lee lefteris leila leilani lena lenka
    lennart leo leon leonard leonardo leonie leonora lerato leroy leslie lesya leszek leticia levan
    levente lewis leyla li lia liam lidia lieke ligaya ligia lihua lila lillian lily lin lina linda
    lindiwe lindsay lindsey linh lionel lisa lise liu liubov liviu liz lizzie ljiljana ljubica loic
    lola lorcan loredana lorena lorenz lorenzo lorna lorraine lothar lotte lou louie louis louisa
    louise lourdes lowri loïc luana luc luca lucas lucia lucian luciana lucie lucile lucy lucía
    ludger ludivine ludmila ludovic ludovica ludwig luigi luis luisa luiz luka lukas lukasz luke
    lukáš luminita luna lutz lydia lynn lyudmila lászló maaike maarten mabel macarena maciej
    mackenzie madalina maddie madeleine madhav madison mads maelle maeve magda magdalena magnus
    maha mahesh mahmoud mahsa mai maija mairead maite majed makena makoto maksim maksym malachy
    malak malcolm malee malgorzata malik malin mallory mamadou mandla mandy manfred manish manoj
    manolis manon mansour manuel manuela mara marat marc marcel marcela marcello marcelo marcie
    marcin marco marcos marcus marek margaret margarita margie margot marguerite maria mariam
    mariana mariane marianne maricel marie marieke marija marijana marijke marikit mariko marilyn
    marina mario marion marisa marisol marissa marit marius mariusz marjo marjorie mark marketa
    marko markus marlene marlies marloes marlon marquis marsha marta marte martha martin martina
    marton marty martín marvin marwan mary maryam masahiro masato mason massimo mateo mateusz
    matheus mathias mathieu mathilda mathilde matt matteo matthew matthias matthieu matti mattie
    matías maud maureen maurice maurizio mauro mavis max maxime maya mayank mayumi mazen maëlle
    mechthild meena meera megan meghna megumi mehdi mehmet mehrdad mehtap mei meike meiling melanie
    melis melissa melvin mercedes mercè meredith merel merle mert merve meryl mette mia michael
    michaela michal michel michela michele michelle michiko mickaël mieke miguel mihaela mihai
    mihir mihnea mika mikael mike mikhail mikko miklos miklós mikolaj mila milan mildred milena
    milica miljan millie milos miloš milton min-jun min-seo mina mindy ming mingyu minh minji minna
    minnie minoru mira miranda mircea mireille mirella miriam mirjam mirjana mirko miroslav misaki
    mitch mizuki mladen moana mohamed mohammad mohammed mohan moira mojtaba molly mona monica
    monika monique montserrat morgan moritz morten moses moshe mourad moussa mpho muhammad mukesh
    murat muriel murilo mustafa mwangi mykhailo mykola myra myrtle márton máté mélanie nabil nabila
    nadezhda nadia nadine nadir nadja nadège nahuel naima najwa naledi nana nanami nancy nandini
    naoki naoko naomi narendra nasim nasrin nasser nastya natalia natalie natalya natasha nate
    nathalie nathan nathanaël natsuki naveen navid nazanin nazar nazli nebojsa neema neha neil
    nelson nemanja nenad nerea nerys nestor ngoc ngozi nguyen nhung niall niamh nicholas nick nico
    nicola nicolas nicole nicoleta nicolò nidhi niek niels nigel nikhil nikita niklas nikola
    nikolina nikos nilesh niloufar nils nima nina nino niran nisha nitin nizar njeri nkechi nnamdi
    noa noah nobuhiro noel noelia noemi nokuthula nolan nomsa nomvula noor nora norbert noriko
    norma norman nour noura noémie nuala nuno nuria nursultan nurul oana obinna octavian océane
    oddvar odette odile ognjen oisin oisín oksana ola olaf olalla ole oleg oleh oleksandr olena
    olga oliver olivia olivier olu oluwaseun omar omid ondrej ondřej onur orhan oriol orla orlaith
    ornella orsolya orville oscar osian oskar osman otavio othman otieno ottilie ottmar otto
    ousmane outi ovidiu owain owen oystein ozan ozge pablo padma padraig paige paivi pallavi pam
    pamela panagiotis panos paola paolo parisa parth pascal pascale pat patrice patricia patrick
    patrik paul paula pauline pavel pavla pavlo pavlos pawel payam pedro peggy pekka pelin penelope
    penny per pernille pete peter petr petra petru petteri phil philine philip philipp philippe
    phillip phoebe phuong phyllis pia pierluigi piero pierre pieter pieternel pietro pilar pinar
    piotr piotrek piyush plamen polina pooja poppy pouya pradeep prakash pranav pranjal predrag
    preeti priya priyanka przemek putri pádraig päivi péter qiang quang quentin quincy quynh rabab
    rachel radek radha radka radovan radu rafael rafaela raffaele ragnhild rahul rainer raj rajan
    rajesh rakesh ralf ralph raluca ram ramesh rami ramon ramona randy rania raphael raphaël raquel
    rasa rasha rashid rashmi rasmus raul ravi raymond razvan rebecca reem reena refilwe regan
    reggie regina regine reiner reinhard reinhold remi renata renate renato rene rens reza rhea
    rhiannon rhodri rhonda rhys ricardo riccardo richard rick riikka riku riley rima rina rita
    ritika ritu riya rizky rob robert roberta roberto robin robyn rochelle rocio rocío rodney
    rodrigo roel roger rohan rohini rohit roisin roland rolf romain roman ron ronald ronaldo ronan
    rory rosa rosalie rose rosemary rositsa ross roswitha rowena roxana roxane roxanne roy roya
    ruairi ruben rudo rudolf ruediger rui ruoxi rupert ruslan rustam rutendo ruth ruud ryan ryota
    régis rémi rémy róisín rónán rüdiger răzvan saad saara sabine sabrina sachiko sachin sadie
    saeed safiya sagar sahana said sakura salim sally salma salvatore sam samantha samar sameer
    sami samir samira samuel sana sandeep sandor sandra sandrine sandy sangeeta sanja sanjana
    sanjay sanjeev sanne santiago saoirse sara sarah sasa sascha sasha satoshi satu saul saverio
    saša scarlett scott seamus sean sebastian segun sekou selim selin selina selma sema semyon
    seo-yeon seojun sepideh seppo serena serge sergei sergey sergio serhii serhiy serkan seth sevgi
    shahram shalini shane shaniqua shankar shannon sharon shaun shawn sheila sherry shigeru shilpa
    shinji shiori shira shirin shirley shiv shivani shoaib shota shreya shruti sian siavash sibel
    sibusiso sibylle siddharth sidney siegfried signe sigrid sigrun sigurd silke silvia silvina
    simon simona simone sindre sinead sinéad siobhan siobhán sioned sipho siri siti siân sjoerd
    slavica slawek slawomir slobodan smita sneha snezana snežana sofia sofie sofoklis soheil solene
    solveig solène somchai sonia sonja soo-jin soojin sophia sophie sora soraya sorcha soren sorin
    sorina sota sotiris sowmya spiros spyros srdjan srinivas stacey stacy stan stanislav stanislaw
    stavros stefan stefania stefanie stefano steffen stelios stella stepan stephan stephane
    stephanie stephen stevan steve steven stojan stuart stéphane suda sudha sue sufian sukarno
    suman sung-min sunil sunita sunniva suresh susan susann susanna susanne suzanne svein sven
    svetlana svitlana swantje swati sybil sybille sylvain sylvester sylvia sylvie szymon sándor
    séamus séverine sönke tabitha tadas tadhg tahar takashi takeshi takumi tamar tamara tamas
    tamika tamsin tamás tane tanguy tania tanja tanvi tanya tapio tara taras tarek tariq tarja
    tarun tasha tatenda tatiana tatiane tatjana tatsuya tawanda ted teemu tegan tejas temitope
    tendai terence teresa tereza teri terry tetiana tetsuya thabo thanasis thandi thandiwe thanh
    thao thapelo thea thelma themba theo theodora theodore theresa thiago thibault thibaut thierry
    thijs thilo thomas thorben thorsten thuy théo tiago tibor tiffany tigist tihana tihomir tijmen
    tijs tilo tim timea timm timo timothy timur tina tiziana tobias tobin todd tolga tolu tom tomas
    tomasz tomislav tommaso tommy tomoko tomos tomoya tomás toni tony torben torbjorn torbjørn
    torsten torunn tove tracey tracy trang traute trent trevor tricia trine trisha tristan trond
    trudy tuan tudor tugba tunde tuomas tuva tuyet tyler tyrone tímea tülay ubirajara uche uday udo
    ugo ulf ulla ulrich ulrike uma umar umberto umut uros uroš ursel ursula usha usman uta uwe
    vaclav vadim vadym valdis valentin valentina valentyna valentín valeria valerie valeriu valérie
    vandana vanessa varun vasco vasil vasile vasiliki vasily vassilis vasyl vegard velma vera
    verena veronica veronika vesna vicente vicky victor victoria vidar vidya vigdis vijay vikram
    viktor viktoriya ville vilmos vimal vinay vincent vincenzo vinicius vinod viola viorel virginia
    virginie vishal vitaliy vitaly vito vitor vivek vivian viviane vivien vlad vladan vladimir
    vlasta vojtech volkan volker volkmar volodymyr vyacheslav vytautas václav väinö véronique wade
    wafa wale walid walter wambui wanda wangari wanjiku wanjiru warren wassim wayan wei weiming
    wendell wendy wenjing werner wiebke wietske wiktor wilbur wilfred wilhelm will willa willem
    william wiltrud winfried winifred wiremu wojciech wojtek wolf-dieter wolfgang wouter xaver xavi
    xavier xiao xiaoling xiaoming ximena xin xinyi xochitl yael yago yahya yan yana yann yannick
    yannis yanti yara yared yaroslav yasaman yasemin yash yasin yasir yasmin yasmine yasuhiro
    yasuko yating yaw ye yegor yerin yetunde yevhen yiannis yifan yifei yigit ying yohan yoko
    yolanda yosef yoshi yoshiko younes youngmi youssef yui yuki yulia yuliya yumi yuna yuri yuriy
    yusuf yusuke yuto yuvi yves yvette yvonne zac zach zachariah zachary zaid zainab zakaria zanele
    zara zarina zbigniew zdenek zdeněk zdravka zdravko zeeshan zeljko zeynep zhen zhenya zhiwei
    zihan zineb zodwa zoe zofia zoltan zoltán zoran zorica zoya zoé zsofi zsofia zsolt zsuzsanna
    zsófia zuzana zvonimir åsa åse éamonn édouard éloïse étienne özge øystein željko
    """
)
"""Small letters; looked up only for words that are written with a capital."""
AMBIGUOUS: Final = words(
    "will april may jordan joy said jay guy ram tiffany per ye virginia georgia florence sandy"
)
"""Words of their own at the beginning of a sentence."""


def is_given_name(low: str) -> bool:
    """Whether people are called so, with or without its accents."""
    if low in GIVEN_NAMES or low.isascii():
        return low in GIVEN_NAMES
    plain = "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))
    return plain in GIVEN_NAMES
