"""Given names of many countries, by which a person is told from a product with a capital."""

from typing import Final

from incident_tui.postmortem.english.lists import words

GIVEN_NAMES: Final = words(
    """
    aaron abbas abdul abdullah abigail adam adel adele adil aditya adrian adriana agnes
    agnieszka ahmad ahmed aida aiko aisha aisling ajay akira akshay alan albert alberto
    alejandra alejandro aleksandr alena alessandra alessandro alex alexander alexandra alexandre
    alexei alexey alexis alfred ali alice alicia alina alison alistair allison alma amal amanda
    amar amara amber amelia amina amir amit amy ana anders andrea andreas andrei andrej andrew
    andrey andy anna anne annika anthony antoine anton antonia antonio anya april archana ari
    arjun arnaud arne arthur arturo arun asha ashley ashok astrid asuka audrey aurelie axel
    ayesha aylin barbara bart beata beatrice beatriz ben benjamin benoit bernard bert bertrand
    beth bettina bianca bill birgit birgitta bjarne bjorn björn bo bob boris brad brandon brenda
    brian bridget bruce bruno bryan caitlin camila camille carl carla carlos carmen carol
    carolina caroline catherine cecilia cedric celia celine chandra charles charlie charlotte
    chen chiara chloe chris christian christina christine christoph christophe christopher ciara
    cindy claire clara claude claudia claudio claus clement colin connor corinne craig cristina
    cynthia daan dagmar daisy damian damien dan dana daniel daniela danielle danny daria dario
    darren dave david deborah deepa deepak denis denise dennis derek diana diane dick diego
    dieter dilip dimitri dinesh dirk dmitri dmitry dominic dominik dominique don donald donna
    dora doris dorothy doug douglas duncan dylan ed eddie edgar edith eduardo edward edwin
    eileen elaine elena eleni eli elias elif elina elisa elisabeth elizabeth ella ellen elliot
    elsa emil emilia emilie emily emma emmanuel enrico enrique eric erica erik erika ernest
    ernst esra esteban esther ethan eugene eva evan eve evelyn ewa fabian fabio fabrice farah
    farid fatima fatma federico felicia felipe felix ferdinand fernanda fernando finn fiona
    florence florian frances francesca francesco francis francisco franck francois françois
    frank franz fred freddie frederic frederik freya friedrich fritz gabriel gabriela gareth
    gary gavin gemma geoff geoffrey george georg georgia gerald gerard gerd gerhard gianluca
    gilbert gilles gina giorgio giovanni giulia giuseppe glen glenn gloria gonzalo gopal gordon
    grace graham greg gregor gregory greta guido guillaume gunnar gunter gustav gustavo guy
    hakan hal hamid hanna hannah hannes hans harald hari haruki harold harriet harrison harry
    hasan hassan heather hector heidi heike helen helena helene helga helmut hendrik henri
    henrik henry herbert herman hermann hilda hillary hiro hiroshi holger holly howard hubert
    hugh hugo ian ibrahim ida ignacio igor ilona ilya imran inga inge ingo ingrid ines inés
    irena irene irina iris isaac isabel isabella isabelle ivan ivana ivo jack jackie jackson
    jacob jacqueline jacques jaime jake jakob jakub james jamie jan jana jane janet janine
    jasmine jason javier jay jean jeff jeffrey jen jennifer jenny jens jeremy jerome jerry
    jesper jess jesse jessica jesus jill jim jimmy jing jo joachim joan joanna joao joão joe
    joel johan johann johanna johannes john johnny jon jonas jonathan joost jordan jorge jose
    josé josef joseph josephine josh joshua joy joyce juan juana judith judy juha jules julia
    julian juliana julie julien juliette julio jun jurgen jürgen justin justyna jutta kai kaito
    kamal kamil karen karim karin karl karla karolina kasia kate katarina katarzyna katherine
    kathleen kathryn kathy katie katja katrin kavita kay keiko keith kelly ken kenji kenneth
    kerstin kevin khalid kim kirsten kirsty klaus knut konrad konstantin kristen kristian
    kristin kristina krishna krzysztof kumar kurt kyle lakshmi lara lars latisha laura lauren
    laurence laurent laurie lea leah leandro lee leila lena lennart leo leon leonard leonardo
    leonie leslie lewis li lia liam lidia lila lillian lin lina linda lionel lisa liu liz lizzie
    lola lorena lorenzo lou louis louisa louise luc luca lucas lucia lucie lucy ludovic luigi
    luis luisa luiz lukas lukasz luke luna lutz lydia lynn maarten madeleine magda magdalena
    magnus mahmoud mai malik malin mandy manfred manish manoj manuel manuela marc marcel marcela
    marcin marco marcos marcus margaret margarita margot maria mariam mariana marie marilyn
    marina mario marion marisa marius marjorie mark marko markus marlene marta martha martin
    martina marty marvin mary mateo mateusz mathias mathieu mathilde matt matteo matthew
    matthias matthieu maurice mauro max maxime maya megan mehmet mei melanie melissa mercedes
    meredith mia michael michaela michal michel michele michelle miguel mika mike mikhail mikael
    mila milan milena ming mira miranda mireille miriam mirko mitch mohamed mohammad mohammed
    mohan moira molly mona monica monika morgan moritz muhammad mustafa nadia nadine nadja naomi
    narendra nasser natalia natalie natasha nathalie nathan neha neil nelson niall nicholas nick
    nico nicola nicolas nicole niels nigel nikhil niklas nikita nikola nils nina nisha noah
    nobuhiro noel noemi nora norbert norman nuno olaf ole oleg oleksandr olga oliver olivia
    olivier omar orla oscar oskar osman otto owen pablo padma pam pamela paola paolo pascal pat
    patricia patrice patrick patrik paul paula pauline pavel pawel pedro peggy penelope penny
    per pete peter petr petra phil philip philipp philippe phillip phoebe pia piotr pierre
    pieter pietro pooja prakash pranav preeti priya quentin rachel rafael rahul raj rajesh
    rakesh ralf ralph ram ramesh ramon raphael raquel rashid raul ravi raymond rebecca regina
    reinhard rene renate reza rhys ricardo richard rick rita rob robert roberta roberto robin
    rodrigo roger rohan rohit roland rolf roman romain ron ronald rosa rosalie rose ross roxana
    roy ruben rudolf rupert ruth ryan sabine sabrina sachin saeed said salim sally salma
    salvatore sam samantha samir samuel sandeep sandra sandy sanjay sanjeev santiago sara sarah
    sascha sasha satoshi saul scott sean sebastian serena serge sergei sergey sergio seth shane
    shannon sharon sheila shira shirley shiv shreya sibylle sigrid silke silvia simon simona
    simone siobhan sofia sofie sonia sonja sophia sophie stan stanislav stefan stefanie stefano
    stella stephan stephane stephanie stephen steve steven stuart sue sunil sunita suresh susan
    susanna susanne suzanne sven svetlana sybille sylvain sylvia sylvie takashi tamara tania
    tanja tanya tara tariq tatiana ted teresa terry thea theo theresa thierry thijs thomas
    thorsten tiago tiffany tim timo timothy tina tobias todd tom tomas tomasz tommy toni tony
    torsten tracy trevor tristan tyler udo ugo ulf ulrich ulrike uma umar ursula uwe valentin
    valentina valeria valerie vanessa vasily vera verena veronica veronika victor victoria vijay
    viktor vikram vincent vinod viola virginia vishal vito vivek vivian vlad vladimir volker
    wade walter wanda warren wei wendy wenjing werner wilhelm will willem william wolfgang
    xavier xiao yan yann yannick yara yasmin yasuko ye yifan ying yoko yolanda yosef youssef
    yuki yulia yuri yusuf yuvi yves yvonne zac zach zachary zara zeynep zoe zoltan zuzana
    """
)
"""Small letters; looked up only for words that are written with a capital."""
AMBIGUOUS: Final = words(
    "will april may jordan joy said jay guy ram tiffany per ye virginia georgia florence sandy"
)
"""Words of their own at the beginning of a sentence."""
