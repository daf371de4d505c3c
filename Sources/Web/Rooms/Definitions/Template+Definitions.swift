extension Template {
    /// Definitions: published ones, and the one that somebody brings.
    static let definitionRoom = [
        "definitions": definitions, "definition": definition, "candidate": candidate, "chart": chart,
        "gate": gate,
    ]

    private static let definitions = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/ops">{{t.menu.office}}</a></p>
        <h1>{{t.definitions.title}}</h1>
        <p class="lead">{{t.definitions.lead}}</p>
        {{#awaited}}<p class="banner" role="status">{{.}}</p>{{/awaited}}
        {{#refused}}<p class="banner" role="status">{{.}}</p>{{/refused}}
        {{> problems}}
        {{#hasLines}}
        <div class="wide" role="region" aria-label="{{t.definitions.title}}" tabindex="0"><table class="dense">
        <thead><tr>{{#headings}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody></table></div>
        {{/hasLines}}
        {{^hasLines}}<p class="quiet">{{t.definitions.none}}</p>{{/hasLines}}
        {{#mayPublish}}
        <section>
        <h2 id="bring">{{t.definitions.bring}}</h2>
        <p>{{t.definitions.bringHelp}} <a href="/ops/candidate">{{t.definitions.last}}</a></p>
        <form method="post" action="/ops/candidate" enctype="multipart/form-data" class="narrow">
        <input type="hidden" name="formKey" value="{{formKey}}">
        <div class="field"><label for="file">{{t.definitions.file}}</label>
        <input id="file" name="file" type="file" accept=".yaml,.yml" required></div>
        <div class="field"><label for="parts">{{t.definitions.parts}} \
        <span class="quiet">{{t.form.optional}}</span></label>
        <p class="help" id="parts-help">{{t.definitions.partsHelp}}</p>
        <input id="parts" name="parts" type="file" accept=".yaml,.yml" multiple aria-describedby="parts-help"></div>
        <p><button>{{t.definitions.check}}</button></p>
        </form>
        </section>
        {{/mayPublish}}
        {{/content}}{{/layout}}
        """

    private static let definition = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/ops">{{t.menu.office}}</a> · <a href="/ops/definitions">{{t.definitions.title}}</a></p>
        <h1>{{title}} <span class="subject">{{version}}</span></h1>
        <dl class="facts">
        <div><dt>{{t.column.instrument}}</dt><dd>{{instrument}}</dd></div>
        {{#publication}}
        <div><dt>{{t.column.published}}</dt><dd>{{#moment}}<time datetime="{{machine}}">{{said}}</time>{{/moment}}</dd></div>
        <div><dt>{{t.column.publisher}}</dt><dd>{{by}}</dd></div>
        <div><dt>{{t.column.running}}</dt><dd>{{running}}</dd></div>
        {{/publication}}
        <div><dt>SHA-256</dt><dd><code>{{sha256}}</code></dd></div>
        </dl>
        {{#hasStages}}{{#stages}}
        <section>
        <h2 id="stages">{{t.definitions.stages}}</h2>
        <p class="quiet" id="stages-note">{{t.definitions.stagesNote}} {{now}}</p>
        <div class="wide" role="region" aria-labelledby="stages" tabindex="0">\
        <table class="dense" aria-describedby="stages-note">
        <thead><tr>{{#headings}}<th scope="col">{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody>
        <tfoot><tr><th scope="row"><a href="{{path}}">{{t.total}} ({{total}})</a></th>\
        {{#sums}}<td>{{.}}</td>{{/sums}}<td></td></tr></tfoot></table></div>
        </section>
        {{/stages}}{{/hasStages}}
        {{> chart}}
        {{> gate}}
        {{/content}}{{/layout}}
        """

    /// The picture of a process, its states as a table, the others, and the values of the definition.
    private static let chart = """
        <section>
        <h2 id="chart">{{t.definitions.chart}} – {{process}}</h2>
        {{#hasProcesses}}
        <nav class="pages" aria-label="{{t.definitions.processes}}">
        {{#processes}}{{#isHere}}<span aria-current="true"><strong>{{name}}</strong></span>{{/isHere}}\
        {{^isHere}}<a href="{{path}}">{{name}}</a>{{/isHere}}
        {{/processes}}
        </nav>
        {{/hasProcesses}}
        <div class="wide" role="region" aria-labelledby="chart" tabindex="0">\
        <img class="diagram" src="{{picture}}" alt="{{t.definitions.picture}} {{process}}. {{t.definitions.pictureText}}"></div>
        <p><a href="{{wholePicture}}">{{t.definitions.wholePicture}}</a></p>
        <details>
        <summary id="states">{{t.definitions.states}}</summary>
        <div class="wide" role="region" aria-labelledby="states" tabindex="0"><table class="dense">
        <thead><tr><th scope="col">{{t.column.stage}}</th><th scope="col">{{t.column.role}}</th>\
        {{#hasCounts}}<th scope="col" class="n">{{t.definitions.files}}</th><th scope="col">{{t.column.oldest}}</th>\
        {{/hasCounts}}</tr></thead>
        <tbody>
        {{#states}}
        <tr><th scope="row">{{name}}</th><td>{{worker}}</td>\
        {{#hasCounts}}<td class="n">{{count}}</td><td>{{#oldest}}<time datetime="{{machine}}">{{said}}</time>{{/oldest}}</td>\
        {{/hasCounts}}</tr>
        {{/states}}
        </tbody></table></div>
        </details>
        </section>
        {{#hasValues}}{{#values}}
        <section>
        <h2 id="values">{{t.definitions.values}}</h2>
        <div class="wide" role="region" aria-labelledby="values" tabindex="0"><table class="dense">
        <thead><tr>{{#headings}}<th scope="col">{{label}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr>{{#cells}}{{> cell}}{{/cells}}</tr>
        {{/lines}}
        </tbody></table></div>
        </section>
        {{/values}}{{/hasValues}}
        """

    /// What the proof gate says.
    private static let gate = """
        <section>
        <h2 id="gate">{{t.gate.title}}</h2>
        {{#isSound}}<p class="done">{{t.gate.sound}}</p>{{/isSound}}
        {{^isSound}}
        <p class="banner"><strong>{{t.gate.unsound}}</strong></p>
        <ul class="plain">
        {{#findings}}<li><p><strong>{{kind}}</strong> <code>{{place}}</code> <span class="tag alert">{{code}}</span><br>\
        {{said}} <span class="quiet">{{advice}}</span></p>\
        {{#hasWay}}<ol>{{#way}}<li>{{.}}</li>{{/way}}</ol>{{/hasWay}}</li>
        {{/findings}}
        </ul>
        {{/isSound}}
        {{#hasWarnings}}
        <h3>{{t.gate.warnings}}</h3>
        <ul class="plain">
        {{#warnings}}<li><p><strong>{{kind}}</strong> <code>{{place}}</code> <span class="tag">{{code}}</span><br>\
        {{said}}</p></li>
        {{/warnings}}
        </ul>
        {{/hasWarnings}}
        {{#hasProperties}}
        <h3 id="properties">{{t.gate.properties}}</h3>
        <div class="wide" role="region" aria-labelledby="properties" tabindex="0"><table class="dense">
        <thead><tr><th scope="col">{{t.gate.property}}</th><th scope="col">{{t.gate.answer}}</th></tr></thead>
        <tbody>
        {{#properties}}<tr><th scope="row">{{name}}</th><td>{{#isProved}}{{answer}}{{/isProved}}\
        {{^isProved}}<span class="tag alert">{{answer}}</span>{{/isProved}}</td></tr>
        {{/properties}}
        </tbody></table></div>
        {{/hasProperties}}
        </section>
        """
}
