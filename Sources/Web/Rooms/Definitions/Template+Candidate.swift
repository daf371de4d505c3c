extension Template {
    /// A definition that somebody brought.
    static let candidate = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/ops">{{t.menu.office}}</a> · <a href="/ops/definitions">{{t.definitions.title}}</a></p>
        <h1>{{t.candidate.title}}</h1>
        {{#done}}<p class="done" role="status">{{t.form.done}}</p>{{/done}}
        {{> problems}}
        {{^hasCandidate}}
        <p class="lead">{{t.candidate.none}}</p>
        <p><a class="button" href="/ops/definitions#bring">{{t.definitions.bring}}</a></p>
        {{/hasCandidate}}
        {{#hasCandidate}}
        <dl class="facts">
        {{#hasDefinition}}<div><dt>{{t.column.instrument}}</dt><dd>{{title}}</dd></div>
        <div><dt>{{t.column.version}}</dt><dd>{{version}}</dd></div>{{/hasDefinition}}
        <div><dt>{{t.candidate.files}}</dt><dd>{{files}}</dd></div>
        <div><dt>{{t.candidate.brought}}</dt><dd>{{brought}}</dd></div>
        <div><dt>{{t.column.status}}</dt><dd>{{#isTaken}}<span class="tag alert">{{standing}}</span>{{/isTaken}}\
        {{^isTaken}}{{standing}}{{/isTaken}}</dd></div>
        {{#hasDefinition}}<div><dt>SHA-256</dt><dd><code>{{sha256}}</code></dd></div>{{/hasDefinition}}
        </dl>
        {{> gate}}
        {{#hasImpact}}{{#impact}}
        <section>
        <h2 id="impact">{{t.candidate.impact}}</h2>
        {{#isCalm}}<p class="quiet">{{t.candidate.calm}}</p>{{/isCalm}}
        {{^isCalm}}
        <p>{{t.candidate.impactLead}}</p>
        <dl class="figures">
        <div><dt>{{t.candidate.waiting}}</dt><dd>{{waiting}}</dd></div>
        <div><dt>{{t.candidate.moving}}</dt><dd>{{moving}}</dd></div>
        <div><dt>{{t.candidate.staying}}</dt><dd>{{staying}}</dd></div>
        </dl>
        {{#isCut}}<p class="banner">{{t.candidate.cut}}</p>{{/isCut}}
        <ul class="waits">
        {{#impacts}}
        <li><a href="{{path}}">{{file}}</a> <span class="quiet">{{from}}</span>
        {{#stays}}<p><span class="tag alert">{{t.candidate.stays}}</span> {{.}}</p>{{/stays}}
        {{#isSame}}<p class="quiet">{{t.candidate.same}}</p>{{/isSame}}
        {{#hasChanges}}<ul>{{#changes}}<li>{{.}}</li>{{/changes}}</ul>{{/hasChanges}}
        </li>
        {{/impacts}}
        </ul>
        {{#isLong}}
        <nav class="pages" aria-label="{{t.list.pages}}">
        {{#previous}}<a href="{{.}}" rel="prev">{{t.list.previous}}</a>{{/previous}}
        <span>{{place}}</span>
        {{#next}}<a href="{{.}}" rel="next">{{t.list.next}}</a>{{/next}}
        </nav>
        {{/isLong}}
        {{/isCalm}}
        </section>
        {{/impact}}{{/hasImpact}}
        {{#mayPublish}}
        <section>
        <h2 id="publish">{{#isPublished}}{{t.candidate.move}}{{/isPublished}}\
        {{^isPublished}}{{t.candidate.publish}}{{/isPublished}}</h2>
        <p>{{#isPublished}}{{t.candidate.moveHelp}}{{/isPublished}}\
        {{^isPublished}}{{t.candidate.publishHelp}}{{/isPublished}}</p>
        <form method="post" action="/ops/candidate/publish" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="sha256" value="{{sha256}}">
        {{#isPublished}}<input type="hidden" name="migrate" value="yes"><p><button>{{t.candidate.move}}</button></p>\
        {{/isPublished}}
        {{^isPublished}}<p class="box"><input type="checkbox" id="migrate" name="migrate" value="yes"> \
        <label for="migrate">{{t.candidate.migrate}}</label></p>
        <p><button>{{t.candidate.publish}}</button></p>{{/isPublished}}
        </form>
        </section>
        {{/mayPublish}}
        {{#hasDefinition}}{{> chart}}{{/hasDefinition}}
        {{/hasCandidate}}
        {{/content}}{{/layout}}
        """
}
