import Agreements
import Engine
import Hummingbird
import Logging

extension Exchange {
    /// The form of one act on several files.
    func batchPage() async throws -> Response { try batchPage(try await batch(), ActAnswer()) }

    /// Does the act on each file that was chosen, and tells of each what became of it.
    ///
    /// Each is a command of its own, whose request id is made of the form's: the same form sent again does each once.
    func batchAct() async throws -> Response {
        let visitor = try known()
        let form = BatchForm(id: try formID(), event: try capture("event"), entries: self.form)
        var orders: [BatchForm.Order] = []
        for key in try form.keys().prefix(Batch.filesMax) {
            let name = ActName(form.event, process: key.process)
            let act = try await ports.files.form(name, of: key.file, visitor)
            orders.append(form.order(key, act, values: try typedValues(act?.fields)))
        }
        var answer = ActAnswer(typed: self.form, problems: form.problems(of: orders))
        if answer.problems.isEmpty {
            answer.message = try await proof(isAsked: orders.contains(where: \.asksProof), visitor)
        }
        guard answer.problems.isEmpty, answer.message == nil else { return try await batchAgain(answer) }
        do {
            return try batchResults(try await outcomes(of: orders, visitor), form)
        } catch let problem as FormProblem {
            answer.problems = problem.fields
            return try await batchAgain(answer)
        }
    }

    private func batchAgain(_ answer: ActAnswer) async throws -> Response {
        try batchPage(try await batch(), answer, status: .unprocessableContent)
    }

    /// What waits for the visitor of one set of acts, as many as one form takes.
    private func batch() async throws -> Batch {
        let (visitor, event) = (try known(), try capture("event"))
        guard let set = query["set"] else { throw Problem(.notFound) }
        var acts: [(item: WorkItem, act: ActName)] = []
        for item in try await ports.files.worklist(visitor) {
            guard let act = item.acts.first(where: { $0.set == set && $0.name.event == event })?.name,
                !acts.contains(where: { $0.item.file == item.file && $0.act == act })
            else { continue }
            acts.append((item, act))
        }
        var lines: [Batch.Line] = []
        for (item, act) in acts.prefix(Batch.filesMax) {
            guard let form = try await ports.files.form(act, of: item.file, visitor) else { continue }
            lines.append(Batch.Line(item: item, form: form))
        }
        guard !lines.isEmpty else { throw Problem(.notFound) }
        return Batch(lines, left: max(0, acts.count - Batch.filesMax))
    }

    // MARK: What became of each

    /// - Throws: ``FormProblem`` where the first file finds that what was typed for all cannot be read: then nothing was
    ///   done.
    private func outcomes(
        of orders: [BatchForm.Order], _ visitor: Visitor
    ) async throws -> [(BatchForm.Order, BatchOutcome)] {
        var outcomes: [(BatchForm.Order, BatchOutcome)] = []
        for order in orders {
            do { outcomes.append((order, try await outcome(of: order, visitor))) } catch let problem
                as FormProblem
            {
                guard !outcomes.isEmpty else { throw problem }
                outcomes.append((order, .refused(problem.text)))
            }
        }
        return outcomes
    }

    private func outcome(of order: BatchForm.Order, _ visitor: Visitor) async throws -> BatchOutcome {
        do {
            guard order.form != nil else {
                // Not asked of the file any more: done by this very form, or by somebody meanwhile.
                let earlier = try await ports.files.earlier(order.request, of: order.key.file, visitor)
                return earlier.map(BatchOutcome.done) ?? .changed
            }
            return .done(try await ports.files.act(order.request, of: order.key.file, visitor))
        } catch let refusal as Refusal {
            return refusal.code == "stale_revision" ? .changed : .refused(refusal.text)
        } catch let problem as FormProblem {
            throw problem
        } catch {
            try Task.checkCancellation()
            // The error's own text may hold a bound value: its type is enough to find it.
            logger.error("act of several failed", metadata: ["error.type": "\(type(of: error))"])
            return .fault
        }
    }

    // MARK: Pages

    private func batchPage(
        _ batch: Batch, _ answer: ActAnswer, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let (visitor, view) = (try known(), BatchPage(batch, answer, language: language, times: times))
        var values = view.values
        values["action"] = Batch.path(of: try capture("event"), set: query["set"] ?? "")
        values["request"] = answer.typed?["request"] ?? visit.id
        values["asksProof"] = batch.asksProof && !visitor.isFresh
        values["hasFactor"] = visitor.hasFactor
        return try page("batch", values, title: view.title, status: status)
    }

    private func batchResults(
        _ outcomes: [(BatchForm.Order, BatchOutcome)], _ form: BatchForm
    ) throws -> Response {
        let title = outcomes.compactMap { $0.0.form }.first?.title[language] ?? text("batch.together")
        let faults = outcomes.filter { $0.1 == .fault }.map { $0.0.key }
        let values: [String: Any] = [
            "title": title, "results": outcomes.map { $0.1.values(of: $0.0, in: language) },
            "summary": text("batch.summary")
                .replacing("{done}", with: times.number(outcomes.count { $0.1.isDone }))
                .replacing("{all}", with: times.number(outcomes.count)),
            "isWhole": outcomes.allSatisfy { $0.1.isDone }, "hasFaults": !faults.isEmpty,
            "again": form.again(faults).map { ["name": $0.name, "value": $0.value] },
            "action": Batch.path(of: form.event, set: query["set"] ?? ""),
        ]
        return try page("batch-results", values, title: title)
    }
}

extension FormProblem {
    /// All of it on one line, for where there is no field to stand at.
    fileprivate var text: LocalizedText {
        let texts = fields.sorted { $0.key < $1.key }.map(\.value)
        return LocalizedText(
            fr: texts.map(\.fr).joined(separator: ", "), en: texts.map(\.en).joined(separator: ", "))
    }
}
