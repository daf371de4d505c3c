extension Template {
    /// One act on several files, and what became of it.
    static let batch = ["batch": form, "batch-results": results]

    private static let form = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/todo">{{t.menu.todo}}</a></p>
        <h1>{{title}} <span class="subject">{{t.batch.title}}</span></h1>
        {{> problems}}
        {{#hasFiles}}
        <p class="lead">{{t.batch.lead}}</p>
        {{#left}}<p class="banner">{{.}}</p>{{/left}}
        <form method="post" action="{{action}}">
        <input type="hidden" name="formKey" value="{{formKey}}"><input type="hidden" name="request" value="{{request}}">
        {{#groups}}
        <fieldset><legend>{{legend}}</legend>
        {{#files}}
        <p class="box"><input type="checkbox" id="{{id}}" name="item" value="{{key}}" aria-describedby="{{id}}-more"\
        {{#isChosen}} checked{{/isChosen}}> <label for="{{id}}">{{reference}}{{#subject}} · <strong>{{.}}</strong>{{/subject}}\
        </label> <span class="quiet" id="{{id}}-more">{{details}}{{#principal}} · {{t.todo.for}} {{name}}{{/principal}}\
        {{#texts}} · <code>{{.}}</code>{{/texts}}</span> <a href="{{path}}">{{t.batch.open}}\
        <span class="hidden"> {{reference}}</span></a></p>
        <input type="hidden" name="revision:{{key}}" value="{{revision}}">\
        <input type="hidden" name="text:{{key}}" value="{{textHash}}">\
        {{#principal}}<input type="hidden" name="principal:{{key}}" value="{{value}}">{{/principal}}
        {{/files}}
        </fieldset>
        {{/groups}}
        <div class="narrow">
        {{#hasCommon}}<h2>{{t.batch.common}}</h2>{{/hasCommon}}
        {{> fields}}
        {{> assent}}
        </div>
        <p><button>{{title}}</button> <a href="/todo">{{t.form.cancel}}</a></p>
        </form>
        {{/hasFiles}}
        {{#hasOthers}}
        <section>
        <h2 id="others">{{t.batch.others}}</h2>
        <dl class="sheet">
        {{#others}}<div><dt><a href="{{path}}">{{reference}}{{#subject}} · {{.}}{{/subject}}</a></dt><dd>{{because}}</dd></div>
        {{/others}}
        </dl>
        </section>
        {{/hasOthers}}
        {{/content}}{{/layout}}
        """

    private static let results = """
        {{<layout}}{{$content}}
        <p class="crumbs"><a href="/todo">{{t.menu.todo}}</a></p>
        <h1 id="results">{{title}} <span class="subject">{{t.batch.results}}</span></h1>
        <p class="{{#isWhole}}done{{/isWhole}}{{^isWhole}}banner{{/isWhole}}" role="status">{{summary}}</p>
        <div class="wide" role="region" aria-labelledby="results" tabindex="0"><table>
        <thead><tr><th scope="col">{{t.column.file}}</th><th scope="col">{{t.batch.outcome}}</th>\
        <th scope="col">{{t.batch.next}}</th></tr></thead>
        <tbody>
        {{#results}}
        <tr><th scope="row"><a href="{{path}}">{{reference}}{{#subject}} · {{.}}{{/subject}}</a></th>\
        <td><span class="tag {{code}}">{{outcome}}</span> {{said}}</td><td>{{next}}</td></tr>
        {{/results}}
        </tbody></table></div>
        {{#hasFaults}}
        <form method="post" action="{{action}}"><input type="hidden" name="formKey" value="{{formKey}}">
        {{#again}}<input type="hidden" name="{{name}}" value="{{value}}">
        {{/again}}
        <p><button>{{t.batch.again}}</button></p></form>
        {{/hasFaults}}
        <p><a href="/todo">{{t.batch.back}}</a></p>
        {{/content}}{{/layout}}
        """
}
