/// What guessers try first: words, rows of keys, dates, in French and English.
///
/// A password that is little more than these is refused, however long.
enum RefusedPasswords {
    /// The longest first, so that a word is taken away before its parts; written as ``PasswordRule`` reads them,
    /// with letters for the digits that look like them.
    static let plain: [String] = words.split { $0.isWhitespace }.map { word in
        String(word.map { likeness[$0] ?? $0 })
    }.sorted { ($1.count, $0) < ($0.count, $1) }

    private static let likeness: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t",
    ]

    private static let words = """
        password passwort motdepasse mot2passe motdepass passphrase passw0rd passwd pass secret secrete secrets
        welcome bienvenue bonjour salut hello iloveyou jetaime jteaime loveyou loulou doudou cherie chouchou amour
        love princess princesse sunshine soleil shadow dragon monkey superman batman spiderman pokemon starwars
        football soccer basketball baseball hockey liverpool chelsea arsenal barcelona realmadrid juventus marseille
        paris france french english london letmein letme login admin administrator administrateur root system
        qwertyuiop azertyuiop qwertzuiop qwerty azerty qwertz asdfghjkl qsdfghjklm asdfgh qsdfgh zxcvbnm wxcvbn zxcvbn
        qazwsxedc qazwsx 1qaz2wsx 1q2w3e4r5t 1q2w3e4r q1w2e3r4 zaq12wsx abcdefghijkl abcdefgh abcdef abc123 abcd1234
        1234567890 123456789 12345678 1234567 123456 12345 1234 123 0987654321 987654321 9876543210 87654321 7654321
        654321 54321 4321 321 112233 121212 123123 123321 111222 101010 147258369 159753 123654 741852963
        trustno1 master hunter ranger mustang harley jordan michael jennifer thomas nicolas julien alexandre camille
        charlie daniel george jessica ashley andrew robert matthew michelle computer ordinateur internet samsung
        google facebook linkedin microsoft windows apple iphone android changeme changemoi changez default defaut
        temporary temporaire test testing guest invite user utilisateur access acces private prive security securite
        server serveur database research recherche institut institute laboratoire laboratory hospital hopital sante
        health medecine medicine doctor docteur director directeur direction president january janvier february
        fevrier march mars april avril may mai june juin july juillet august aout september septembre october octobre
        november novembre december decembre monday lundi tuesday mardi wednesday mercredi thursday jeudi friday
        vendredi saturday samedi sunday dimanche spring printemps summer autumn automne winter hiver
        2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029
        correcthorsebatterystaple correct horse battery staple whatever nothing freedom forever family famille maman
        papa maison chocolat chocolate cookie banana orange cheval chat chien poussin coucou lapin marine
        """
}
