import Agreements
import Logging
import Uploads

extension Exchange {
    /// What is wrong with a file that came with a form; nil when it may be taken in.
    ///
    /// - Parameter formats: those that the form takes; nil stands for all.
    func problem(of file: UploadedFile, among formats: [FileFormat]? = nil) async -> LocalizedText? {
        if file.isTooLarge { return Catalogue.text("shelf.tooLarge") }
        if let problem = file.name.problemAsName {
            let words = Catalogue.text("shelf.nameWrong")
            return LocalizedText(fr: "\(words.fr) – \(problem.fr)", en: "\(words.en) – \(problem.en)")
        }
        do throws(UploadFlaw) {
            let format = try FileFormat.check(file.name, file.bytes)
            if let formats, !formats.contains(format) { return Catalogue.text("paper.formatWrong") }
            try await scan(file)
            return nil
        } catch {
            return Catalogue.text("shelf.\(error.rawValue)")
        }
    }

    /// A file that the scanner did not see is not taken in.
    private func scan(_ file: UploadedFile) async throws(UploadFlaw) {
        guard let scanner = ports.scanner else { return }
        let isClean: Bool
        do { isClean = try await scanner.isClean(file.bytes) } catch {
            logger.error("file not scanned", metadata: ["why": "\(error)"])
            throw .unscanned
        }
        guard isClean else {
            logger.warning("virus found", metadata: ["bytes": "\(file.bytes.count)"])
            throw .virus
        }
    }
}
