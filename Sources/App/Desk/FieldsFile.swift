package import Agreements
import Foundation

/// A JSON file with fields of a dossier: one object, a value a field; null removes one.
package enum FieldsFile {
    private static let bytesMax = 1_048_576

    /// - Throws: ``FileFault``; ``WrongUsage`` when the file is no such object.
    package static func read(_ path: String) throws -> [String: JSON] {
        guard let data = FileManager.default.contents(atPath: path) else { throw FileFault.unreadable(path) }
        guard data.count <= bytesMax else { throw WrongUsage(path, "the file is over 1 MiB") }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw WrongUsage(path, "the file is not UTF-8")
        }
        do {
            let json = try JSON(parsing: text)
            guard case .object(let fields) = json else {
                throw WrongUsage(path, "a JSON object is needed: {\"field\": \"value\"}")
            }
            if let stray = strayControl(in: json) {
                throw WrongUsage(path, "a text holds a control character (\(stray.codePoint))")
            }
            return fields
        } catch let error as DecodingError {
            throw WrongUsage(path, "no JSON: \(problem(error))")
        }
    }

    private static func strayControl(in value: JSON) -> Unicode.Scalar? {
        switch value {
        case .string(let text): text.unicodeScalars.first(where: \.isStrayControl)
        case .array(let elements): elements.compactMap(strayControl).first
        case .object(let members):
            members.compactMap { strayControl(in: .string($0.key)) ?? strayControl(in: $0.value) }.first
        case .null, .bool, .integer: nil
        }
    }

    private static func problem(_ error: DecodingError) -> String {
        guard case .dataCorrupted(let context) = error else { return "unreadable" }
        let cause = context.underlyingError.map { "\($0)" } ?? ""
        return cause.isEmpty ? context.debugDescription : "\(context.debugDescription) \(cause)".shortened
    }
}
