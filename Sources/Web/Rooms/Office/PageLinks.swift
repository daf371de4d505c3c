import Agreements

/// The way from one page of a list to those beside it.
struct PageLinks {
    /// How many lines there are on all pages, and how many on one.
    let count: Int
    let size: Int
    /// The page that is shown, from 1.
    let number: Int
    let language: Language
    let times: CivilTexts
    /// The address of a page.
    let address: (Int) -> String

    /// The last page of so many lines; of none it is the first.
    static func last(_ count: Int, _ size: Int) -> Int { max(1, (count + size - 1) / size) }

    /// For the template `pages`.
    var values: [String: Any] {
        let last = Self.last(count, size)
        guard last > 1 else { return ["hasPages": false] }
        var values: [String: Any] = [
            "hasPages": true,
            "place": Catalogue.text("list.place")[language].replacing("{page}", with: times.number(number))
                .replacing("{last}", with: times.number(last)),
        ]
        if number > 1 { values["previous"] = address(min(number - 1, last)) }
        if number < last { values["next"] = address(number + 1) }
        return values
    }
}
