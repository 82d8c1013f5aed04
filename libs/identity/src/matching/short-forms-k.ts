/** Forms of forenames, a group a line, J to Z; see short-forms.ts. */
export const FORMS_K = `
josephine jo josie josephina
joshua josh yeshua
judith judy judie jude
julia julie jules juliet juliette
justin justyn
kayleigh kayley kaylee keighley
kenneth ken kenny
kevin kev kevyn
khadija khadijah kadija khadeeja
khalid khaled kaled
kimberley kim kimberly
laura laurie lauren lora
lawrence larry laurie laurence lawrie lorenzo
leah lea lia leia
leonard len lenny leo leon lennie
lewis lou louis louie luis luigi
lillian lily lil lilian lilly
louise lou louisa luisa
lucy lucie lucia luce lucinda
luke lucas lukas luca luka
lydia lidia liddy
madeleine maddie maddy madeline madalena
margaret maggie meg peggy marge margie madge greta rita daisy margot marguerite margarita
maria mary marie mariam maryam miriam mariya marya mia molly polly maryann
mariam maryam miriam meryem mariama
mark marc marcus marco markus marek
martha mattie marta
martin marty martyn
mary molly polly may mae
matilda tilly tilda mattie
matthew matt mat matty mateo mathew matteo mateusz matthias matthieu
maximilian max maxim maxwell maks
megan meg meghan
melanie mel
melissa mel lissa missy
michael mike mick micky mickey mikey mick michal mikhail miguel michel mikael mihai michele
michelle shell chelle
mildred millie
mohammed muhammad mohamed mohammad mohamad muhammed mohamud mahamed mohd md mo mahomed mehmed mehmet muhamed mamadou muhamad mohammod
mohamud mahmoud mahmud mahmood
mustafa mustapha mostafa
natalie nat natalia nataliya nathalie natasha tasha
nathan nat nate nathaniel natan
nathaniel nat nate nathan
nicholas nick nicky nicolas nikolas nikolai nico niko nikola klaus mikolaj
nicola nicky nikki nicole
noah nuh noe
noor nur nour noora
oliver ollie olly olivier
olivia liv livvy ollie
omar omer umar omor umer
osman usman uthman othman ousmane
oluwaseun seun
oluwatobi tobi
oluwatoyin toyin
pamela pam
patience pat
patricia pat patsy tricia trish patty paddy
patrick pat paddy patrik patrice padraig
paul pawel paolo pablo pavel pauly
peter pete piotr pedro pierre pyotr petr pieter
philip phil phillip pip philippe felipe filip
philippa pippa pip phillipa
rachel rach rachael raquel
rahim raheem
raymond ray
rebecca becky becca beck rebekah bex
reginald reg reggie
richard rick dick rich ricky richie dickie ricardo ryszard
robert rob bob bobby robbie bert robin roberto robbie
roderick rod roddy
ronald ron ronnie
rose rosie rosa rosalind rosemary
rosemary rosie rose
rukhsana ruksana rukhsaana
rupert bert
russell russ
ryan rian
sabrina sabreena
said saeed sayed syed saied sayid
salma selma
samantha sam sammy sammie
samuel sam sammy samir shmuel
sara sarah sally sadie sallie zara zarah
sebastian seb bastian
serena rena
shirley shirl
sidney sid sydney
simon si simeon szymon
sophia sophie sofia sofie zofia sofiya
stanley stan
stefan stephen steven steve stevie stefan esteban etienne szczepan
stephanie steph stef stefanie stephany
susan sue susie suzy suzanne susanna susannah sukey zsuzsanna
tamara tammy
teresa theresa terry tess tessa tracy
terence terry terrance terrence
thomas tom tommy tomas tomasz thom
theodore theo ted teddy teodor
timothy tim timmy timofey
tobias toby
tracey tracy
valentina val tina
valerie val
vanessa nessa
victor vic viktor
victoria vicky vikki tori vicki viktoria wiktoria
vincent vince vinny vincenzo
violet vi
virginia ginny
vivian viv vivien
walter walt wally
wilfred wilf fred
william will bill billy willie liam wills guillermo wilhelm wiliam
winifred win winnie freda
yvonne von
zachary zac zach zack zachariah zakariya zakaria zakariye
zainab zaynab zeinab zeynep zaineb
zoe zoey zoey
`;
