extension PhraseBook {
    /// What the compiler of expressions, and the functions of guards, say.
    static let expressions = PhraseBook([
        "Unknown variable `~`.": "variable inconnue : `~`",
        "Unknown function `~` on a value.": "fonction inconnue d’une valeur : `~`",
        "Unknown function `~`.": "fonction inconnue : `~`",
        "There is no function `~`.": "il n’y a pas de fonction `~`",
        "There is no field `~` in ~.": "il n’y a pas de champ `~` dans ~",
        "There is no field `~`.": "il n’y a pas de champ `~`",
        "There are no fields in ~, so there is no `~`.": "il n’y a pas de champs dans ~, donc pas de `~`",
        "There are no elements to go through in ~.": "il n’y a pas d’éléments à parcourir dans ~",
        "There are no elements in ~.": "il n’y a pas d’éléments dans ~",
        "There is no such key.": "il n’y a pas de telle clé",
        "`has` asks for a field of a value.": "`has` demande un champ d’une valeur",
        "`has` asks for a field, as in `has(call.closesAt)`.":
            "`has` demande un champ, comme dans `has(call.closesAt)`",
        "`in` looks for ~ in ~: it holds another type.":
            "`in` cherche ~ dans ~ : il en contient d’un autre type",
        "`in` needs a list or a map on its right, but this is ~.":
            "`in` demande à droite une liste ou un tableau de clés, mais ceci est ~",
        "`~` needs a list or a map, but this is ~.":
            "`~` demande une liste ou un tableau de clés, mais ceci est ~",
        "`~` needs a bool, but this is ~.": "`~` demande un bool, mais ceci est ~",
        "`~` compares ~ with ~: both have to be of one type.":
            "`~` compare ~ à ~ : les deux doivent être d’un même type",
        "`~` is not defined for 1 operand.": "`~` n’est pas défini pour 1 opérande",
        "`~` is not defined for ~.": "`~` n’est pas défini pour ~",
        "This is not defined for ~.": "ceci n’est pas défini pour ~",
        "The results of `?:` differ: ~ and ~.": "les résultats de `?:` diffèrent : ~ et ~",
        "A map cannot have ~ as a key.": "un tableau ne peut pas avoir ~ pour clé",
        "A key occurs twice in the map.": "une clé figure deux fois dans le tableau",
        "A list is indexed by an int, not by ~.": "une liste se lit par un int, non par ~",
        "This map is indexed by ~, not by ~.": "ce tableau se lit par ~, non par ~",
        "The list has ~ elements, none at ~.": "la liste a ~ éléments, aucun au rang ~",
        "The variable `~` has no value.": "la variable `~` n’a pas de valeur",
        "The value is null, so it has no field `~`.": "la valeur est nulle : elle n’a donc pas de champ `~`",
        "The value does not fit into ~.": "la valeur ne tient pas dans ~",
        "The result does not fit into 64 bits.": "le résultat ne tient pas sur 64 bits",
        "The result is out of the range of times.": "le résultat sort de l’étendue des temps",
        "The divisor is zero.": "le diviseur est zéro",
        "The text does not read as a ~.": "le texte ne se lit pas comme un ~",
        "The text is no timestamp such as 2012-03-01T12:00:00Z.":
            "le texte n’est pas un instant tel que 2012-03-01T12:00:00Z",
        "The text is no duration such as 1h30m, or is out of range.":
            "le texte n’est pas une durée telle que 1h30m, ou elle est trop longue",
        "The timestamp is out of the range of years 1 to 9999.": "l’instant sort des années 1 à 9999",
        "The time zone `~` is not known.": "le fuseau horaire `~` n’est pas connu",
        "The bytes are not valid UTF-8.": "les octets ne sont pas de l’UTF-8",
        "The expression costs more than the ~ steps it is allowed.":
            "la formule coûte plus que les ~ pas qui lui sont admis",
        "The expression has ~ bytes; at most ~ are allowed.": "la formule a ~ octets ; au plus ~ sont admis",
        "The expression should end before ~.": "la formule devrait finir avant ~",
        "The expression is nested deeper than ~ levels, where each operator of a chain such as 1 + 1 + 1 is a level.":
            "la formule s’emboîte sur plus de ~ niveaux, chaque opérateur d’une suite telle que 1 + 1 + 1 en étant un",
        "The first argument of `~` must be a new name.":
            "le premier argument de `~` doit être un nom nouveau",
        "The word `~` is reserved and cannot be used as a name.":
            "le mot `~` est réservé et ne peut pas servir de nom",
        "The number does not fit into 64 bits.": "le nombre ne tient pas sur 64 bits",
        "The number does not fit into an int.": "le nombre ne tient pas dans un int",
        "The text is not closed by its quotation mark.": "le texte n’est pas fermé par son guillemet",
        "The text holds an escape that does not exist.": "le texte contient un échappement qui n’existe pas",
        "The text holds an escape that names no character.":
            "le texte contient un échappement qui ne nomme aucun caractère",
        "The character `~` has no meaning here.": "le caractère `~` n’a pas de sens ici",
        "A field name in backticks is not closed or holds a character it may not.":
            "un nom de champ entre accents graves n’est pas fermé ou contient un caractère qu’il n’admet pas",
        "A number and a name need a space or an operator between them.":
            "il faut une espace ou un opérateur entre un nombre et un nom",
        "This is no number.": "ceci n’est pas un nombre",
        "Macros are nested more than ~ deep.": "les macros s’emboîtent sur plus de ~ niveaux",
        "Messages such as `~{…}` are not part of this language; use a map.":
            "les messages tels que `~{…}` ne sont pas de ce langage ; prenez un tableau de clés",
        "Expected a name before ~.": "un nom est attendu avant ~",
        "Expected the name of a field before ~.": "le nom d’un champ est attendu avant ~",
        "Expected a value before ~.": "une valeur est attendue avant ~",
        "Expected `~` before ~.": "`~` est attendu avant ~",
        "Expected a bool, but got ~.": "un bool est attendu, mais voici ~",
        "Expected ~, but this is ~.": "~ est attendu, mais ceci est ~",
        "Expected ~, but the result is ~.": "~ est attendu, mais le résultat est ~",
        "The pattern ends in a backslash.": "le motif finit par une barre oblique inverse",
        "The pattern has a `)` too many.": "le motif a une `)` de trop",
        "The pattern has a `[` that is not closed.": "le motif a un `[` qui n’est pas fermé",
        "The pattern has a `\\x` that names no character.":
            "le motif a un `\\x` qui ne nomme aucun caractère",
        "The pattern has a `\\x` without its digits.": "le motif a un `\\x` sans ses chiffres",
        "The pattern has a `~` with nothing to repeat.": "le motif a un `~` sans rien à répéter",
        "The pattern has a bad group name.": "le motif a un nom de groupe impossible",
        "The pattern has a group that is not closed.": "le motif a un groupe qui n’est pas fermé",
        "The pattern has a group without a name.": "le motif a un groupe sans nom",
        "The pattern has a range in the wrong order.": "le motif a un intervalle à l’envers",
        "The pattern has an escape `~` that names no character.":
            "le motif a un échappement `~` qui ne nomme aucun caractère",
        "The pattern has more than one group `~`.": "le motif a plus d’un groupe `~`",
        "The pattern is nested deeper than ~ groups.": "le motif s’emboîte sur plus de ~ groupes",
        "The pattern is too large: its repetitions multiply.":
            "le motif est trop grand : ses répétitions se multiplient",
        "The pattern names a class `~` that does not exist.":
            "le motif nomme une classe `~` qui n’existe pas",
        "The pattern repeats a repetition, as in `a**`.": "le motif répète une répétition, comme dans `a**`",
        "The pattern repeats in a wrong order or more than ~ times.":
            "le motif répète à l’envers ou plus de ~ fois",
        "The pattern uses look-around `~`, which cannot be matched in linear time.":
            "le motif regarde autour par `~`, ce qui ne se cherche pas en temps linéaire",
        "The pattern uses the back reference `~`, which cannot be matched in linear time.":
            "le motif se réfère à un groupe par `~`, ce qui ne se cherche pas en temps linéaire",
        "The pattern uses the character property `~`, which is not supported.":
            "le motif emploie la propriété de caractère `~`, qui n’est pas admise",
        "The pattern uses the escape `~`, which is not supported.":
            "le motif emploie l’échappement `~`, qui n’est pas admis",
        "The pattern uses `~`, which is not supported.": "le motif emploie `~`, qui n’est pas admis",
        "A text is needed.": "il faut un texte",
        "A timestamp is needed.": "il faut un instant",
        "The day is not known.": "le jour n’est pas connu",
        "There is no call.": "il n’y a pas d’appel",
        "~ to ~ is more than ~ years.": "de ~ à ~ il y a plus de ~ ans",
        "day \"~\" is not written YYYY-MM-DD.": "« ~ » n’est pas un jour écrit AAAA-MM-JJ",
        "day \"~\" does not exist.": "le jour « ~ » n’existe pas",
        "day \"~\" is outside the years 1583 to 9999.": "le jour « ~ » sort des années 1583 à 9999",
        "period \"~\" is not one number of one unit, such as P4Y, P6M, P30D, P10B (business days) or PT17H.":
            "« ~ » n’est pas un seul nombre d’une seule unité, comme P4Y, P6M, P30D, P10B (jours ouvrés) ou PT17H",
    ])
}
