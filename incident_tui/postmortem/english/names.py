"""Given names of many countries, by which a person is told from a product with a capital."""

import unicodedata
from typing import Final

from incident_tui.postmortem.english.lists import words

GIVEN_NAMES: Final = words(
    """
    aaliyah aarav aarohi aaron abbas abby abdallah abdelkader abdul abdullah abebe abena abhinav
    abhishek abigail achieng achim adaeze adam adebayo adel adela adele adil adina aditya adnan
    adrian adriana adunni advait adwoa afonso agata agnes agnieszka agota agung agus agustin ahmad
    ahmed ahmet aida aigul aiko aileen ailsa ainhoa aino ainsley aisha aishwarya aisling aissatou
    aitor ajay akash akemi akhil akiko akira akosua aksel akshay akua alan alana albert alberto
    albrecht alec alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei aleksey
    aleksi alemu alena alessandra alessandro alessia alex alexander alexandra alexandre alexei
    alexey alexis alfie alfred ali alice alicia alin alina aline alison alistair allison alma almut
    alun alyssa ama amahle amal amanda amandine amar amara amber amelia amelie amina aminata amine
    amir amira amit amparo amrita amy ana anabela anahit analyn anand ananya anas anastasia anatoly
    anca anders andre andrea andreas andreea andrei andrej andres andrew andrey andris andriy andrés
    andy anette anezka angela angharad aniket anil anirudh anja anjali anke ankit anna annabel anne
    annegret anneke anneli annette annika anong anouk ansgar anthony antoine anton antonella antonia
    antonio antti anushka anya aoi aoife april araceli arash arben archana archie ardeshir ari aria
    arif aristotelis arjun arkadiusz arkady arlo armen arnau arnaud arnav arndt arne arnel aroha
    arseniy artem arthur arto arturo artyom arun arvid arvind asbjørn asha ashleigh ashley ashok
    ashwin asier asma astrid asuka athina atieno atsushi aubrey audrey aurelie aurore avi axel ayaka
    ayanda ayesha aylin ayman aymen ayodele ayomide ayoub ayrton ayse ayumi ayşe azadeh aziz babak
    babatunde bahram balazs balázs bambang baptiste baraka barbara barbora barry bart bartosz bassam
    bayani bea beata beate beatrice beatrix beatriz becca becky behnam behrouz bekele bekzat beltran
    ben bence benedicte benedikt benjamin benoit bente beppe berit bernadette bernard bernardo
    bernice bert berthold bertrand besnik beth bethan bettina betty beverley bhavesh bhavna bheki
    bianca bilal biljana bill bilquis binh birgit birgitta birgitte bisi bjarne bjorn björn blanca
    blerim bo bob bodo bogdan bogumil bohdan bohumil bojan bojana bongani bonnie boris bozena brad
    bradley bram brandon branka branko brenda brian bridget britta bronagh bronwen bruce bruna bruno
    bryan budi burak burkhard bushra bwalya byung bénédicte caetano caio caitlin caleb callum camila
    camille camilo candice caoimhe carl carla carlijn carlo carlos carmela carmen carol carolina
    caroline carsten carys cassie catalin catalina catarina cathal catherine catia cecilia cedric
    celia celine cem cemal cerys cesar chad chaewon chaitanya chandra chantal charles charlie
    charlotte chebet cheikh chen chetan chiara chidi chidinma chiedza chinedu chinwe chioma chipo
    chiyo chloe chris christa christian christina christine christoph christophe christopher
    christos chukwudi chukwuemeka ciara ciaran ciarán cindy cinzia ciprian citlali claas claire
    clara clarence claude claudia claudio claus clayton clement clifford clinton clive clémence
    clément coen colin colleen colm connor conor constantin consuelo corentin corina corinna corinne
    cormac corrado cosmin costas craig cristi cristian cristina csaba cynthia czeslaw cédric céline
    césar cătălin daan dafydd dagfinn dagmar daichi daiki daisuke daisy dalia dalisay damian damien
    damilola damir dan dana daniel daniela danielle daniil danijela danny daria dario darius dariush
    dariusz darko darlene darnell darren darryl darshan darya daryl dasha dave david davide davit
    dawit debbie deborah declan deepa deepak defne deirdre dejan delores delphine denis denise deniz
    dennis denys denzel derek derya deshawn desislava detlef devendra devi devika devin dewi dhruv
    diana diane dick didier diego dieter dietmar dietrich dilip dilnoza dima dimitra dimitri
    dimitris dina dinesh dirk divya dmitri dmitry dmytro dominic dominick dominik dominique don
    donal donald donatella donna donovan dora doreen dorian doris dorota dorothy dorottya doug
    dougal douglas dragan dragana dragos dragoș driss drita duc dumitru duncan dunja dusan dušan
    dwayne dwight dylan eamon ebbe eberhard ebru eckhard ed edda eddie edgar edith edoardo edson
    eduarda eduardo edward edwin edyta eero efua egle egor ehsan eileen eilidh eimear einar eino
    eirik eirlys eitan ekaterina eko elaine eleanor eleftheria elena eleni elfriede elham eli elias
    elif elin elina eline eliot elisa elisabeth elisabetta eliza elizabeth elke ella ellen ellie
    elliot elliott eloise elroy elsa elsie emanuele embla emeka emeline emiko emil emilia emilian
    emilie emilio emily emine emma emmanuel emre endre enrico enrique enzo eoghan eoin ercan erhard
    eric erica erik erika ernest ernst erwin esben esi eskil espen esperanza esra esteban estela
    esther eszter ethan ethel etienne ettore eugene eun-ji eva evan evangelia eve evelyn everett
    evert evgeny ewa ewelina fabian fabiana fabienne fabio fabrice fabrizio facundo faisal fajar
    fang farah farai farhad farid faris farzad fatih fatiha fatima fatma fatou federico felicia
    felipe felix femi femke ferdinand ferenc fergus fermin fernanda fernando ffion filippo finn
    fiona fionnuala fitri flavio fleur florence florencia florent florian florin florina folake
    folasade fotini franca frances francesca francesco francis francisco franck francois frank franz
    françois françoise frauke fred freda freddie frederic frederik freja freya frida friederike
    friedrich frits fritz frode fumiko fumio funmi fyodor gabor gabriel gabriela gabriele gael
    gaelle gaetan gaetano gail galina ganesh gareth garrett gary gaurav gauri gaute gavin gayatri
    gaëlle gbenga geert geertje geir gemma geneviève gennady geoff geoffrey georg george georgia
    georgios gerald geraldine gerard gerardo gerd gergely gerhard gero gerrit gesine gethin ghada
    ghassan gheorghe ghislain giacomo giada giang gianluca gianni giannis gijs gilbert gilberto
    gilles gina ginevra giorgi giorgio giorgos giovanni girish gisbert gisela gita gitta giulia
    giuliana giuseppe gizem gladys gleb glen glenda glenn gloria golnaz gonzalo gopal goran gordana
    gordon gottfried grace graham greg gregor gregory greta grzegorz gráinne guadalupe gudrun
    guenter guido guilhem guillaume gulnara gunhild gunn gunnar gunter gunther gustav gustavo guy
    gwen gwendolyn gwyneth gyorgy györgy gábor günter günther haakon habib haeun hafsa haidar
    haitham hajime hakan hakon hal hala halil halima halina halvard halvor halyna hamid hamish hamza
    hana hanan hande hanna hannah hanne hanneke hannes hannu hans haoran harald hari harish harold
    harper harriet harrison harry harshad hartmut haruka haruki haruna haruto hasan hassan hatem
    hattie hayden hayley heather hector hedda hedwig hege heidi heike heikki heiner heinrich heinz
    heitor helder helen helena helene helga helge heli helmi helmut hemant hemi hendra hendrik
    henning henri henrik henrike henry herbert herman hermann hernan herve hervé hicham hideki hideo
    hien hieu hikaru hilary hilda hilde hilke hillary hina hiro hiroko hiromi hiroshi hiroto hirut
    hisashi hisham hoang holger holly horace horia horst hossein hovhannes howard hubert huda hugh
    hugo hugues hui huong huseyin hussam hussein huw hye-jin hyejin hyun håkon héctor hélène hüseyin
    iain ian iara ibrahim ibrahima ida idris idun iestyn ieuan ifeanyi ifeoma ignacio igor ihab ihor
    ihsan ikechukwu ikenna iker ilaria ildiko ildikó ileana ilker ilkka ilona ilse ilya iman imani
    imanol imke imogen imran indah ineke ines inese inga inge ingeborg ingo ingrid ingvild inken
    inmaculada inna inés ioana ioanna ionel ionut ionuț iqra irena irene irina iris irving iryna
    isaac isabeau isabel isabella isabelle isadora ishaan ishita isla ismail istvan istván itzel
    itziar iulia iulian ivan ivana ivar iver ivica ivo iwona izabela iñaki jaana jaap jabari jacek
    jack jackie jackson jacob jacopo jacqueline jacques jadwiga jagdish jaime jake jakob jakub jamal
    james jamie jamil jan jana jane janet janine janis janos jared jari jarkko jarle jaroslav
    jaroslaw jasmina jasmine jason jatin javier jawad jay jayesh jean jean-luc jean-marc jeff
    jeffery jeffrey jelena jelle jen jenna jennifer jenny jens jeppe jeremy jerome jerry jerzy
    jesper jess jesse jessica jesus ji-hoon ji-woo jiahao jiawei jiayi jiaying jiho jihye jill jim
    jimmy jin jing jiri jisoo jiří jo joachim joan joana joanna joanne joao joaquin joaquín jocelyn
    jochen jodie joe joel joerg johan johann johanna johannes john johnny joko jolanta jolene jomar
    jon jonas jonathan joost jordan jordi jorge joris jorrit jorunn jose josef josefina joseph
    josephine josette josh joshua josie jostein josé jouni jovan jovana joy joyce joão joël juan
    juana jude judit judith judy juergen juha juhani jukka jules julia julian juliana julie julien
    julieta juliette julio jun junjie junko jurgen jussi justin justine justyna jutta jyoti jános
    jérémy jérôme jörg jörn jürgen kaan kaarina kabelo kabir kacper kadir kagiso kai kai-uwe kailani
    kaisa kaitlyn kaito kaja kalevi kalle kalpana kamal kamande kamau kamil kamila kanya kaori kara
    kareem karen kari karim karima karin karl karla karlijn karolina karsten karthik kartik kasia
    katalin katarina katarzyna kate katelyn katerina kateryna katharina katherine kathleen kathryn
    kathy katie katja katri katrien katrin katya kaveh kavita kavya kay kayla kazimierz kazuko kazuo
    keiko keira keisha keita keith kelechi kelly kelsey kemal kemi ken kendra kenichi kenji kenneth
    kenta kerem kerstin kestutis ketil ketut kevin khadija khaled khalid khanh khoa kieran kim
    kimberly kimmo kinga kipchoge kiptoo kiran kiril kirill kirsi kirsten kirstin kirsty kiyoshi
    kjell kjersti klaus knut koen koenraad kofi kohei koichi koji konrad konstantin konstantina
    konstantinos koray kostas krishna kristen kristian kristin kristina kristof kristy kritika
    krystian krzysztof ksenia kseniya kumar kumiko kunal kunle kurt kwabena kwame kwasi kyle kyoko
    kyriakos kyrylo lacey ladislav laetitia laia laila laith lakshmi laleh lalit lamia lana lara
    larisa larissa lars larysa lasse laszlo latisha latoya laura lauren laurence laurent laurentiu
    lauri laurie lauryn layla lea leah leandro lee leena lefteris leif leila leilani lena lenka
    lennart leo leon leonard leonardo leonie leonora lerato leroy lesia leslie lesya leszek leticia
    levan levente lewis leyla li lia liam lidia lieke liesbeth ligaya ligia lihua lila lillian lily
    lin lina linda lindiwe lindsay lindsey lingling linh lionel lisa lisbet lise liu liubov liudmyla
    liviu liz lizzie ljiljana ljubica loic lola lorcan loredana lorena lorenz lorenzo lorna lorraine
    lothar lotte lou louie louis louisa louise lourdes lowri loïc luana luay lubna luc luca lucas
    lucia lucian luciana lucie lucile lucy lucía ludger ludivine ludmila ludovic ludovica ludwig
    luigi luis luisa luiz luka lukas lukasz luke lukáš luminita luna lutz lwazi lydia lynn lyudmila
    lászló maaike maarit maarten mabel macarena maciej mackenzie madalina maddie madeleine madhav
    madhuri madison mads maelle maeve magda magdalena magnus maha mahdi mahesh mahmoud mahsa mai
    maija mairead maite majed makena makoto maksim maksym malachy malak malcolm malee malgorzata
    malik malin mallory mamadou mandla mandy manfred manish manju manoj manolis manon mansour manuel
    manuela mara marat marc marcel marcela marcello marcelo marcie marcin marco marcos marcus marek
    margaret margarita margie margot marguerite maria mariam mariana mariane marianne maricel marie
    marieke marija marijana marijke marikit mariko marilyn marina mario marion marisa marisol
    marissa marit marius mariusz marjatta marjo marjorie mark marketa markku marko markus marlene
    marlies marloes marlon marquis marsha marta marte martha martin martina marton marty martín
    marvin marwa marwan mary maryam maryna marzena masahiro masaki masashi masato mason massimo
    mateo mateusz mathea matheus mathias mathieu mathilda mathilde matt matteo matthew matthias
    matthieu matti mattie matvey matías maud maureen maurice maurizio mauro mavis max maxime maya
    mayank mayumi mayur mazen maëlle mechthild meena meenakshi meera megan meghna megumi mehdi
    mehmet mehrdad mehtap mei meike meiling melanie melis melissa melvin mercedes mercè meredith
    merel merja merle mert merve meryl mette mia michael michaela michal michel michela michele
    michelle michiko mickaël mieke miguel mihaela mihai mihir mihnea miho mika mikael mike mikhail
    mikko miklos miklós mikolaj mila milan mildred milena milica miljan millie milos miloš milton
    min-jun min-seo mina mindy ming mingyu minh minho minji minna minnie minoru mira miranda mircea
    mireille mirella miriam mirjam mirjana mirko miroslav misaki mitch mizuki mladen moana mohamed
    mohammad mohammed mohan mohit moira mojtaba molly mona monica monika monique montserrat morgan
    moritz morten moses moshe mourad moussa mpho muhammad mukesh mukund mulenga mulugeta munir murat
    muriel murilo mustafa mutua mwangi mykhailo mykola myra myrtle márton máté mélanie nabil nabila
    nadezhda nadia nadine nadir nadja nadège nagesh nahuel naima najwa naledi nana nanami nancy
    nandi nandini nanna naoki naoko naomi naoto narayan narendra naresh nasim nasrin nasser nastya
    natalia natalie natalya natasha nate nathalie nathan nathanaël natsuki nattapong naveen navid
    nawal nazanin nazar nazli nebojsa neema neha neil nelson nemanja nenad nerea nerys nestor ngoc
    ngozi nguyen nhung niall niamh nicholas nick nico nicola nicolas nicole nicoleta nicolò nidhi
    niek niels nigel niilo nikhil nikhita nikita niklas nikola nikolai nikolay nikolina nikos nilesh
    niloufar nils nima nina nino niraj niran nisha nitesh nitin nizar njeri njoki nkechi nnamdi noa
    noah noboru nobuhiro noel noelia noemi nokuthula nolan nomsa nomvula noor nora norbert noriko
    norma norman nour noura noémie nuala nuno nuria nursultan nurul nyambura oana obinna obioma
    octavian océane oddvar odette odile ognjen oisin oisín oksana ola olaf olalla olav ole oleg oleh
    oleksandr olena olga oline oliver olivia olivier oliwia olli olu olumide oluwaseun oluwaseyi
    omar omid ondrej ondřej onni onur onyango orest orhan oriol orla orlaith ornella orsolya orville
    oscar osian oskar osman ostap otavio othman otieno ottilie ottmar otto ousmane outi ovidiu owain
    owen oystein oyvind ozan ozge pablo padma padmini padraig paige paivi palesa pallavi pam pamela
    panagiotis pankaj panos paola paolo parag parisa parth pascal pascale pat patrice patricia
    patrick patrik patrycja paul paula pauline pavan pavel pavla pavlo pavlos pawel payam pedro
    peggy pekka pelin penelope penny per pernille pete peter petr petra petri petru petteri phil
    philine philip philipp philippe phillip phoebe phuc phuong phyllis pia pierluigi piero pierre
    pieter pieterjan pieternel pietro pilar pinar piotr piotrek pirjo piyush plamen polina pooja
    poppy pouya prachi pradeep prakash pranav pranjal pratik praveen preben predrag preethi preeti
    priya priyanka priyasha przemek putri pyotr pádraig päivi péter qasim qiang quang quentin quincy
    quoc quynh rabab rachel radek radha radka radovan radu rafael rafaela rafal raffaele rafiq
    raghav raghu ragna ragnhild rahul raimo rainer raj rajan rajat rajesh rajiv rakesh ralf ralph
    raluca ram ramesh rami ramon ramona ramzi randy rania ranjit raphael raphaël raquel rasa rasha
    rashad rashid rashmi rasmus ratna raul ravi ravindra rayan raymond razvan rebecca reem reena
    refilwe regan reggie regina regine reham reijo reiner reinhard reinhold rekha remi renata renate
    renato rene rens reza rhea rhiannon rhodri rhonda rhys ricardo riccardo richard rick riikka
    riitta riku riley rima rina risto rita ritika ritu riya riyad rizky rob robert roberta roberto
    robin robyn rochelle rocio rocío rodney rodrigo roel roger rohan rohini rohit roisin roland rolf
    romain roman ron ronald ronaldo ronan rory rosa rosalie rose rosemary rositsa ross roswitha
    rowena roxana roxane roxanne roy roya ruairi ruben rudo rudolf ruediger rui rumbidzai ruoxi
    rupali rupert ruslan ruslana rustam rutendo ruth ruud ryan ryosuke ryota ryszard régis rémi rémy
    róisín rónán rüdiger răzvan saad saara sabine sabrina sachiko sachin sadie saeed safiya sagar
    sahana said sakari sakura salim sally salma salvatore sam samantha samar sameer sameera sami
    samir samira sampath samuel sana sandeep sandor sandra sandrine sandy sanele sangeeta sanja
    sanjana sanjay sanjeev sanna sanne santiago saoirse sara sarah sarita sasa sascha sasha satish
    satomi satoshi satu saul saverio savita saša scarlett scott seamus sean sebastian segun sekou
    selam selim selin selina selma sema semyon seo-yeon seojun sepideh seppo serena serge sergei
    sergey sergio serhii serhiy serkan seth seungho sevgi shahram shaima shalini shane shaniqua
    shankar shannon sharon shaun shawn sheila sherry shigeru shikha shilpa shinji shinya shiori
    shira shirin shirley shiv shivani shoaib shobha shota shreya shruti shyam sian siavash sibel
    sibusiso sibylle siddharth sidney siegfried signe sigrid sigrun sigurd silke silvia silvina
    simon simona simone sindre sinead sinéad siobhan siobhán sioned sipho siri siriporn sirpa siti
    siyuan sizwe siân sjoerd sjoukje slavica slawek slawomir slobodan smita sneha snezana snežana
    sofia sofie sofoklis soheil solene solomiya solveig solène somchai somsak sonal sonia sonja
    soo-jin soojin sooyoung sophia sophie sora soraya sorcha soren sorin sorina sota sotiris sowmya
    spiros spyros srdjan srinidhi srinivas stacey stacy stan stanislav stanislaw stavros stefan
    stefania stefanie stefano steffen stelios stella stepan stephan stephane stephanie stephen
    stevan steve steven stian stig stojan stuart stéphane subhash suda sudha sudhir sue sufian
    suhail sujata sukarno suman sumaya sumit sung-min sunil sunita sunniva supriya suresh susan
    susann susanna susanne sushma susumu suzanne svein sven sverre svetlana svitlana swantje swapnil
    swati sybil sybille sylvain sylvester sylvia sylvie sylwia synne szymon sándor séamus séverine
    sönke tabitha tadas tadashi tadhg tafadzwa tahar takashi takeshi takumi takuya tamar tamara
    tamas tamika tamsin tamás tane tanguy tania tanja tanvi tanya tapio tapiwa tara taras tarek
    tariq tarja tarun tasha tatenda tatiana tatiane tatjana tatsuya tawanda tawfiq tayo ted teemu
    tegan tejas temitope tendai teodor teppo terence teresa tereza terhi teri terje terry tetiana
    tetsuo tetsuya tewodros thabo thanasis thandi thandiwe thanh thao thapelo thea thelma themba
    theo theodora theodore theresa thiago thibault thibaut thierry thijs thilo thomas thorben
    thorsten thulani thuy théo tiago tianyu tibor tiffany tigist tihana tihomir tiina tijmen tijs
    tilo tim timea timm timo timofey timothy timur tina tiziana tobias tobin todd toivo tolga tolu
    tom tomas tomasz tomislav tommaso tommy tomohiro tomoko tomos tomoya tomás toni tony torben
    torbjorn torbjørn torleif torsten torunn tove tracey tracy trang traute trent trevor tricia
    trine trinh trisha tristan trond trudy trung trupti tshepo tsubasa tuan tudor tugba tuija tumelo
    tunde tuomas turid tushar tuula tuva tuyet tyler tyrone tímea tülay ubirajara uche uday udo ugo
    ulf uliana ulla ulrich ulrike uma umar umberto umut unni uros uroš ursel ursula urszula usha
    usman uta utkarsh uwe uzoma vaclav vadim vadym vaibhav valdis valentin valentina valentyna
    valentín valeria valerie valeriu valérie vandana vanessa varun vasco vasil vasile vasiliki
    vasily vassilis vasyl vegard veikko velma vemund venkat vera verena veronica veronika vesa vesna
    vicente vicky victor victoria vidar vidya vigdis vijay vikas vikram viktor viktoriya ville
    vilmos vimal vinay vinayak vincent vincenzo vinh vinicius vinod viola viorel vipin virginia
    virginie virpi vishal vitalii vitaliy vitaly vito vitor vivek vivian viviane vivien vlad vladan
    vladimir vlasta vojtech volkan volker volkmar volodymyr vyacheslav vytautas václav väinö
    véronique wade wael wafa wahyu waldemar wale walid walter wambui wanda wangari wanjala wanjiku
    wanjiru warren wassim wayan wei weiming wenbo wendell wendy wenjing werner wiebe wiebke wieslaw
    wietske wiktor wiktoria wilbur wilfred wilhelm will willa willem william wiltrud wim winfried
    winifred wiremu wojciech wojtek wolf-dieter wolfgang wouter xaver xavi xavier xiao xiaoling
    xiaoming xiaowei ximena xin xinyi xochitl yael yago yahya yamini yan yana yann yannick yannis
    yanti yara yared yaroslav yaryna yasaman yasemin yash yasin yasir yasmin yasmine yasuhiro yasuko
    yasushi yating yaw yazan ye yegor yerin yetunde yevgeny yevhen yewande yiannis yifan yifei yigit
    ying yixuan yngve yogesh yohan yoko yolanda yonas yosef yoshi yoshiko yoshio younes youngho
    youngmi yousra youssef yuchen yudi yui yuki yukiko yulia yuliya yumi yumiko yuna yuri yuriy
    yusra yusuf yusuke yuto yuvi yuxin yves yvette yvonne zac zach zachariah zachary zahra zaid
    zainab zakaria zanele zara zarina zbigniew zdenek zdeněk zdravka zdravko zeeshan zeljko zenon
    zeynep zhanna zhen zhenya zhihao zhiwei ziad zihan zihao zineb zodwa zoe zofia zoltan zoltán
    zoran zorica zoya zoé zsofi zsofia zsolt zsuzsanna zsófia zuri zuzana zuzanna zvonimir zygmunt
    åsa åse éamonn édouard éloïse étienne özge øystein željko
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
