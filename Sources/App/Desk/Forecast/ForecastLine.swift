package import Agreements
package import Engine

/// One expected thing with the words that people read.
package struct ForecastLine: Sendable, Hashable {
    package var item: ForecastItem
    /// The day, for what belongs to a whole day: what ends at its end, or begins with it.
    package var day: Day?
    /// The reference of the file, or its instrument while it has none.
    package var file: String
    package var title: LocalizedText
    /// Names of people, or the role that a task is for, by its code.
    package var who: [String]
    /// The same in words.
    package var whom: [LocalizedText]
    /// The same in every forecast, whatever the date.
    package var uid: String

    package init(
        item: ForecastItem, day: Day?, file: String, title: LocalizedText, who: [String],
        whom: [LocalizedText] = [], uid: String
    ) {
        self.item = item
        self.day = day
        self.file = file
        self.title = title
        self.who = who
        self.whom = whom
        self.uid = uid
    }
}
