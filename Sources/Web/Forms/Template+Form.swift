extension Template {
    /// What is wrong with a form, at its top; its links lead to the fields.
    static let problems = """
        {{#hasProblems}}
        <div class="problems" role="alert" tabindex="-1" id="problems" autofocus>
        <h2>{{t.form.problems}}</h2>
        {{#message}}<p>{{.}}</p>{{/message}}
        {{#problems}}<p><a href="#{{id}}">{{label}}</a>{{t.sign.colon}}{{problem}}</p>{{/problems}}
        </div>
        {{/hasProblems}}

        """

    /// Whether it is still the same person.
    static let proof = """
        {{#asksProof}}
        <fieldset><legend>{{t.act.proof}}</legend>
        <div class="field{{#proofProblem}} wrong{{/proofProblem}}"><label for="password">{{t.login.password}}</label>
        {{#proofProblem}}<p class="problem" id="password-problem">{{.}}</p>{{/proofProblem}}
        <input id="password" name="password" type="password" autocomplete="current-password" required\
        {{#proofProblem}} aria-invalid="true" aria-describedby="password-problem"{{/proofProblem}}></div>
        {{#hasFactor}}<div class="field"><label for="code">{{t.login.code}}</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required></div>\
        {{/hasFactor}}
        </fieldset>
        {{/asksProof}}

        """

    /// The fields of a form, each with its label, its help and what is wrong with it.
    static let fields = """
        {{#fields}}
        {{#partTitle}}<fieldset class="part"><legend>{{.}}</legend>{{/partTitle}}
        <div class="field{{#problem}} wrong{{/problem}}">
        {{^hasBoxes}}<label for="{{id}}">{{label}}{{#isFree}} <span class="quiet">{{t.form.optional}}</span>{{/isFree}}\
        </label>{{/hasBoxes}}
        {{#help}}<p class="help" id="{{id}}-help">{{.}}</p>{{/help}}
        {{#problem}}<p class="problem" id="{{id}}-problem">{{.}}</p>{{/problem}}
        {{#input}}<input id="{{id}}" name="{{name}}" type="{{type}}" value="{{value}}"\
        {{#mode}} inputmode="{{.}}"{{/mode}}{{#isRequired}} required{{/isRequired}}\
         aria-describedby="{{describedBy}}"{{#problem}} aria-invalid="true"{{/problem}}>{{/input}}
        {{#isText}}<textarea id="{{id}}" name="{{name}}" rows="5"{{#isRequired}} required{{/isRequired}}\
         aria-describedby="{{describedBy}}"{{#problem}} aria-invalid="true"{{/problem}}>{{value}}</textarea>{{/isText}}
        {{#hasSelect}}<select id="{{id}}" name="{{name}}"{{#isRequired}} required{{/isRequired}}\
         aria-describedby="{{describedBy}}"{{#problem}} aria-invalid="true"{{/problem}}>
        <option value="">{{t.form.choose}}</option>
        {{#select}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/select}}
        </select>{{/hasSelect}}
        {{#hasBoxes}}<fieldset id="{{id}}" tabindex="-1" aria-describedby="{{describedBy}}"><legend>{{label}}</legend>
        {{#boxes}}<p class="box"><input type="checkbox" id="{{optionID}}" name="{{name}}" value="{{value}}"\
        {{#isChosen}} checked{{/isChosen}}> <label for="{{optionID}}">{{label}}</label></p>{{/boxes}}
        </fieldset>{{/hasBoxes}}
        </div>
        {{#endsPart}}</fieldset>{{/endsPart}}
        {{/fields}}

        """
}
