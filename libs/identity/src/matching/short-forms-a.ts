/** Forms of forenames, a group a line, A to J; see short-forms.ts. */
export const FORMS_A = `
abdul abdel abdool abd
abdullah abdulla abdallah abdalla
abigail abi abbie abby gail
abraham abe bram ibrahim ebrahim
adam addy adem
adriana adrianna ada
ahmed ahmad ahmet achmed
aisha ayesha aesha aysha aicha aishah
alan allan allen al
albert al bert bertie
alexander alex alexandre aleksander aleksandr sandy sasha xander lex alec alejandro alessandro
alexandra alex alexa sandra sandy sasha lexi lexie aleksandra
alfred alf alfie fred freddie
alice ali alison allison
ali aly
alyssa alisha alicia
amanda mandy
amelia amy millie milly emelia
amina aminah aminata
amir ameer emir
andrew andy drew andre andrei andrej andrea
angela angie angelina
anna ann anne annie anya hannah hanna ana
anthony tony antony antonio anton
antonia toni tonia
archibald archie
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie barney
bethany beth bethan
bilal billal
bradley brad
brian bryan
bridget biddy bridie
cameron cam
caroline carol carrie caz carolyn
catherine katherine kathryn kate katie kathy cathy kat kitty cat kit cath kath katy catharine katharine katerina ekaterina
charles charlie chas chuck carl karl carlos carlo
charlotte charlie lottie lotte char
chloe khloe
christina chris tina christine chrissie kirsty kristina krystyna cristina
christopher chris kit christophe topher krzysztof
clara clare claire klara
constance connie
cynthia cindy
daniel dan danny daniil daniyal danial
danielle dani
david dave davey davie dawid dawud daud davide
deborah debbie deb debra
denise dennie
dennis denis den
dominic dom nick dominik
donald don donnie
dorothy dot dottie dolly dora
edith edie
edmund ed eddie ned ted
edward ed eddie ned ted teddy eddy eduard eduardo edvard
eleanor ellie nell nellie nora elena elinor helen leonora
elizabeth liz lizzie beth betty betsy bess eliza libby lisa elsie lily elisabeth elspeth ella
ellen nell ellie elaine helen
emily em emma millie emilia
emmanuel manny emanuel manuel
eric erik
esther hester essie
ethan aethan
eugene gene evgeny
eve evie eva evelyn
evelyn eve evie
ezekiel zeke
fatima fatimah fatma fatimata fatoumata fathima
faisal faysal feisal
florence flo florrie flossie
frances fran franny frankie francesca francoise
francis frank frankie francois francisco franz
frederick fred freddie freddy frederic frederik
gabriel gabe gabi
gabriella gabby gabrielle ella
geoffrey geoff jeffrey jeff jeffery
george georgie jorge georgi georgios
georgina georgie gina georgia
gerald gerry jerry gerard
gillian gill jill jillian
grace gracie
graham graeme grahame
gregory greg gregor grigory
gwendolyn gwen
harold harry hal
harriet hattie harrie harry
harrison harry
hassan hasan hassaan
hamza hamzah hamse
helen nell nellie helena elena ellen eleni
henry harry hal hank henri enrique heinrich
hugh huw hughie
husain hussain hussein husein hossein
ian iain
ibrahim ebrahim ibraheem ibrahima abraham
imogen immy
isaac ike zac ishaq isaak
isabella bella izzy isabel isabelle izzie isobel belle isla
ismail ishmael esmail
jack jackie john
jacob jake jakob jakub yaqub yakub yacoub
jacqueline jackie jacqui
james jim jimmy jamie jem jaime jimmie
jamila jameela
jane janie jenny jayne
janet jan
jasmine jas jaz yasmin yasmine jasmin yasmeen
jason jay jase
jennifer jen jenny jenni jennie
jeremy jez jerry jem
jessica jess jessie
joan joanie jo
joanna jo joanne joan johanna
jonathan jon jonny johnathan johnny
john jon johnny jack johan johann johannes jan juan jean ivan giovanni joao sean shaun yahya
joseph joe joey jo jose josef giuseppe yusuf yousef yousuf youssef yusef josep
`;
