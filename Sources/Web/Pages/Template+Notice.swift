extension Template {
    /// The page behind the link of a notice.
    static let notice = """
        {{<layout}}{{$content}}
        <h1>{{step}}</h1>
        <p class="lead">
        {{#isAwaited}}{{t.notice.awaited}}{{/isAwaited}}
        {{^isAwaited}}{{t.notice.calm}}{{/isAwaited}}
        </p>
        <dl class="facts">
        <div><dt>{{t.notice.file}}</dt><dd>{{reference}}</dd></div>
        <div><dt>{{t.notice.instrument}}</dt><dd>{{instrument}}</dd></div>
        </dl>
        <h2>{{t.notice.next}}</h2>
        <p>{{t.notice.answer}} <a href="mailto:{{contact}}">{{contact}}</a></p>
        <p class="quiet">{{t.notice.nothing}}</p>
        {{/content}}{{/layout}}
        """
}
