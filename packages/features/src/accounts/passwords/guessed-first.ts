/**
 * The passwords of ten signs and more that lists of leaked ones have most often, in the languages spoken here.
 * Shorter ones are refused by their length, and repetitions of few signs by `mustBeHardToGuess`.
 */
export const GUESSED_FIRST: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 12345678910 123456789a a123456789 1234567891 123456789q q123456789 123456789z 123456789abc
  123456789012 1234567890123 12345678901 0987654321 9876543210 987654321a 1234554321 1231231234 1122334455 11223344556
  1029384756 147258369a 1472583690 7894561230 789456123a 159357258456 123qweasdzxc qweasdzxc123 1qaz2wsx3edc 1qaz2wsx3e
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qazxsw23edc qazwsxedcrfv qazwsxedc123 qwertyuiop qwertyuiop123 qwertyuiop1
  qwertyuiop[] qwertyuiopasdfghjkl qwertyuiop123456 qwerty1234 qwerty12345 qwerty123456 qwerty123456789 qwerty12345678
  123456qwerty 1234567qwerty 123456789qwerty 12345qwert 12345qwerty 1234qwerasdf asdfghjkl1 asdfghjkl123 asdfghjkl;
  asdfghjkl; zxcvbnm123 zxcvbnm1234 zxcvbnm12345 asdfasdfasdf qwerasdfzxcv qwertzuiop azertyuiop azertyuiop123
  abcdefghij abcdefghijk abcdefghijkl abcd123456 abc123456789 abc1234567 abcd1234567 abcde12345 a1b2c3d4e5 a1b2c3d4e5f6
  aa12345678 aa123456789 aa1234567890 123456abcd 123456abcdef 12345abcde 1234567abc 12345678abc 12345678ab
  password12 password123 password1234 password12345 password123456 password1! password123! password123$ password01
  password2020 password2021 password2022 password2023 password2024 password2025 password2026 passwordpassword
  passw0rd12 passw0rd123 passw0rd1234 p@ssw0rd12 p@ssw0rd123 p@ssword123 p@ssword1234 pa55word123 mypassword
  mypassword1 mypassword123 yourpassword newpassword newpassword1 newpassword123 thepassword letmein123 letmein1234
  letmeinnow iloveyou12 iloveyou123 iloveyou1234 iloveyou11 iloveyou22 iloveyou!! iloveyousomuch iloveyoubaby
  ilovemyself ilovemusic ilovejesus ilovemymom ilovefootball welcome123 welcome1234 welcome2024 welcome2025 welcome2026
  admin12345 admin123456 admin1234567 administrator administrator1 administrator123 superadmin superman123 superman12
  spiderman1 spiderman123 batman12345 pokemon123 pokemon1234 football12 football123 baseball12 baseball123 basketball
  basketball1 basketball123 volleyball liverpool1 liverpool123 manchester manchester1 chelsea123 barcelona1 barcelona10
  barcelona123 realmadrid realmadrid1 realmadrid123 realmadrid7 juventus123 princess12 princess123 sunshine12
  sunshine123 sunshine1234 butterfly1 butterfly123 chocolate1 chocolate123 strawberry strawberry1 blueberry1 watermelon
  watermelon1 cheesecake jellybean1 alexander1 alexander123 alexandra1 elizabeth1 elizabeth123 christopher christopher1
  christine1 christian1 michael123 jennifer1 jennifer123 jessica123 charlie123 daniel1234 jordan1234 michelle123
  nicholas123 stephanie1 samantha123 victoria123 valentina1 valentina123 alejandro1 alejandro123 alejandra1 sebastian1
  sebastian123 fernanda123 guadalupe1 contraseña contraseña1 contraseña123 contrasena contrasena1 contrasena123
  micontraseña clave12345 clave123456 micontrasena mipassword teamo12345 teamo123456 tequiero123 tequieromucho
  teamomucho teamoteamo porsiempre estrellita corazon123 mariposa123 chocolate12 bienvenido bienvenido1 bienvenidos
  argentina1 argentina123 guatemala1 venezuela1 colombia123 mexico1234 mexico12345 americadecali allahuakbar
  bismillah1 bismillah123 bismillah786 alhamdulillah mashallah1 mashallah123 inshallah1 inshallah123 muhammad123
  mohammed123 mohamed123 ahmed12345 ahmed123456 habibi1234 everything internet123 computer123 computer1234 changeme123
  changeme1234 changemenow defaultpassword default123 default1234 test123456 test1234567 testing123 testing1234
  temporary1 temp123456 guest12345 secret1234 secret12345 secretpassword trustno1234 whatever123 whatever12 dragon1234
  dragon12345 monkey1234 monkey12345 shadow1234 master1234 master12345 freedom123 starwars123 starwars12 harrypotter
  harrypotter1 minecraft1 minecraft123 skywalker1 metallica1 metallica666 greenday12 linkinpark linkinpark1 mynameis123
  groundwork groundwork1 groundwork123 correcthorsebatterystaple hellohello helloworld helloworld1 hello12345
  hello123456 goodmorning blink182182 january2026 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026
  spring2026 autumn2026 solidarity solidarity1 revolution revolution1 solidaridad revolucion revolución
`
    .trim()
    .split(/\s+/),
);
