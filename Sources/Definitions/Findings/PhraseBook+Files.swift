extension PhraseBook {
    /// What the YAML library says.
    static let yaml = PhraseBook([
        "block sequence entries are not allowed in this context": "une liste n’est pas admise à cet endroit",
        "mapping keys are not allowed in this context": "une clé n’est pas admise à cet endroit",
        "mapping values are not allowed in this context": "une valeur de clé n’est pas admise à cet endroit",
        "could not find expected ':'": "« : » est attendu",
        "did not find expected '-' indicator": "« - » est attendu",
        "did not find expected '!'": "« ! » est attendu",
        "did not find the expected '>'": "« > » est attendu",
        "did not find expected ',' or ']'": "« , » ou « ] » est attendu",
        "did not find expected ',' or '}'": "« , » ou « } » est attendu",
        "did not find expected key": "une clé est attendue",
        "did not find expected node content": "une valeur est attendue",
        "did not find expected <document start>": "le début d’un document est attendu",
        "did not find expected alphabetic or numeric character": "une lettre ou un chiffre est attendu",
        "did not find expected comment or line break": "un commentaire ou une fin de ligne est attendu",
        "did not find expected whitespace or line break": "une espace ou une fin de ligne est attendue",
        "did not find expected whitespace": "une espace est attendue",
        "did not find expected hexdecimal number": "un nombre hexadécimal est attendu",
        "did not find expected digit or '.' character": "un chiffre ou « . » est attendu",
        "did not find expected ~": "il manque : ~",
        "could not find expected ~": "il manque : ~",
        "found a tab character that violates indentation": "une tabulation rompt le retrait",
        "found a tab character where an indentation space is expected":
            "une tabulation est là où une espace est attendue",
        "found an indentation indicator equal to 0": "un retrait de 0 n’est pas admis",
        "found character that cannot start any token": "ce caractère ne peut rien commencer",
        "found unexpected end of stream": "le fichier finit trop tôt",
        "found unexpected document indicator": "un document commence là où il ne peut pas",
        "found unexpected ':'": "« : » n’est pas attendu ici",
        "found unexpected non-alphabetical character": "ce caractère n’est pas une lettre",
        "found unknown escape character": "cet échappement n’existe pas",
        "found invalid Unicode character escape code": "cet échappement ne nomme aucun caractère",
        "found undefined tag handle": "cette étiquette n’est pas définie",
        "found unknown directive name": "cette directive n’existe pas",
        "found duplicate ~ directive": "la directive ~ figure deux fois",
        "found extremely long version number": "ce numéro de version est trop long",
        "found incompatible YAML document": "ce document est d’une autre version de YAML",
        "control characters are not allowed": "les caractères de commande ne sont pas admis",
        "invalid Unicode character": "ce caractère n’existe pas",
        "input is too long": "le fichier est trop long",
        "it cannot be read": "il ne peut pas être lu",
    ])
}

extension PhraseBook {
    /// What a state of a chart has that it cannot have.
    static let charts = PhraseBook([
        "another kind than a chart can have": "une autre sorte que celle que peut avoir un diagramme",
        "content of its own, though it is the chart": "un contenu à lui, alors qu’il est le diagramme",
        "states inside, though it cannot": "des états à l’intérieur, alors qu’il ne le peut pas",
        "a history, though it is the chart": "un historique, alors qu’il est le diagramme",
        "a default, though it needs none": "un départ, alors qu’il n’en demande pas",
        "content, though it is a history": "un contenu, alors qu’il est un historique",
        "transitions, though it cannot": "des transitions, alors qu’il ne le peut pas",
        "a final region": "une région finale",
        "a child session, though it is final": "une session enfant, alors qu’il est une fin",
    ])
}
