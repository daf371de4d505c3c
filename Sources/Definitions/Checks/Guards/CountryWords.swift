import Agreements

/// The two letters that definitions may compare a country with: those that are held, and those withdrawn since 1974
/// (ISO 3166-3), which old agreements have.
enum CountryWords {
    static let all = CountryCodes.known.union(withdrawn.split(separator: " ").map(String.init))

    /// The code that another spelling was certainly meant for.
    static func meant(by word: String) -> String? {
        let capitals = word.uppercased()
        let code = ["UK": "GB", "EL": "GR"][capitals] ?? capitals
        return all.contains(code) ? code : nil
    }

    private static let withdrawn =
        "AN BU CS CT DD DY FQ FX HV JT MI NH NQ NT PC PU PZ RH SU TP VD WK YD YU ZR"
}
