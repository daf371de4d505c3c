extension CountryName {
    static let oceania: [CountryName] = [
        .la("AU", "Australie", "Australia"),
        .les("FJ", "Fidji", "Fiji"),
        .la("NZ", "Nouvelle-Zélande", "New Zealand"),
        .la("PG", "Papouasie-Nouvelle-Guinée", "Papua New Guinea"),
        .les("SB", "Îles Salomon", "Solomon Islands", the: true),
        .le("VU", "Vanuatu", "Vanuatu"),
        .le("WS", "Samoa", "Samoa"),
    ]
}
