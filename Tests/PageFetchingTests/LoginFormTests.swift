import Testing

@testable import PageFetching

@Suite struct LoginFormTests {
    @Test(arguments: [
        "<input type=password>", "<INPUT TYPE=PASSWORD>", "<input type='password'>", #"<input type="Password">"#,
        "<input\n\tname=p\ttype = \"password\" />", "<form><input name=user><input type=password name=p></form>",
        #"<input value="a > b" type=password>"#, "<input disabled type=password>", "<input/type=password>",
        #"<input type=" password ">"#, "<input type=password", "<!-- x --><input type=password>",
        "<!--><input type=password>", "<!---><input type=password>", "<!-- x --!><input type=password>",
        "<script>a</script><input type=password>", "<script>'</scripty>'</script ><input type=password>",
        "<SCRIPT>x</script><input type=password>", "< <input type=password>", "a < b<input type=password>",
        "<!doctype html><input type=password>", "</p><input type=password>", "<style>p{}</style><input type=password>",
        "<input type=password type=text>", #"<a title='"'><input type=password>"#, "<!x><input type=password>",
    ])
    func forms(_ page: String) {
        #expect(LoginForm.isIn(Array(page.utf8)), "\(page)")
    }

    @Test(arguments: [
        "", "<", "<!", "<!--", "<input", "<input ", "<input type", "<input type=", "<input type=\"", "password",
        "<input type=text>", "<input name=password>", "<input type=text name=password value=password>",
        "<inputs type=password>", "<button type=password>", "<input data-type=password>", "<input type=password1>",
        "<!-- <input type=password> -->", "<!-- <input type=password>", "<script>'<input type=password>'</script>",
        "<script><input type=password>", "<style><input type=password></style>",
        "<textarea><input type=password></textarea>", "<title><input type=password></title>",
        "&lt;input type=password&gt;", #"<img alt="<input type=password>">"#, "<img alt='<input type=password>'>",
        "<input type=text type=password>", "<code>type=password</code>", "<input type=\"text\" value='type=password'>",
        "<input value=\"type=password>", "<input = type>", "</input type=password>",
        "a<b<input type=password>", "<script>a</scripts><input type=password></script>",
    ])
    func noForms(_ page: String) {
        #expect(!LoginForm.isIn(Array(page.utf8)), "\(page)")
    }

    @Test func largePagesAreReadOnce() {
        // Each of these would take minutes if a part of the page was looked at again for each mark.
        for part in ["<", "<!--", "<script>", "<a b=\"", "<input type", "-", "</script", "<a ="] {
            let page = String(repeating: part, count: (1 << 20) / part.utf8.count)
            #expect(!LoginForm.isIn(Array(page.utf8)))
        }
    }
}
