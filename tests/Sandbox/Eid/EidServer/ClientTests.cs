using System.Net;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>The stand-in of the AusweisApp as a browser and an application see it.</summary>
public sealed class ClientTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime
{
    private readonly EidServerByHand _server = new(sandbox.Server);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private ApplicationByHand _application = null!;

    /// <summary>Tokens that no client takes: what is replaced, and by what.</summary>
    public static TheoryData<string, string> BadTokens { get; } = new()
    {
        { "<TCTokenType>", "<TCTokenType xmlns='urn:x'>" },
        { "TCTokenType>", "TcToken>" },
        { "<TCTokenType>", "<!DOCTYPE TCTokenType><TCTokenType>" },
        { "<TCTokenType>", "<TCTokenType><Extra/>" },
        { "urn:liberty:paos:2006-08", "urn:liberty:paos:2003-08" },
        { "urn:ietf:rfc:4279", "urn:ietf:rfc:5487" },
        { "<PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol>", "" },
        { "<PSK>", "<PSK>0" },
        { "<PSK>", "<PSK>zz" },
        { "<PSK>", "<Key>" },
        { "<ServerAddress>https:", "<ServerAddress>ftp:" },
        { "<ServerAddress>https://127.0.0.1", "<ServerAddress>http://eid.example" },
        { "<RefreshAddress>http://localhost", "<RefreshAddress>http://service.example" },
        { "<RefreshAddress>http://localhost", "<RefreshAddress>https://localhost" },
        { "<RefreshAddress>http://localhost", "<RefreshAddress>http://127.0.0.1" },
        { "<SessionIdentifier>", "<SessionIdentifier>x</SessionIdentifier><SessionIdentifier>" },
        { "</TCTokenType>", "" },
    };

    public async ValueTask InitializeAsync() => _application = await ApplicationByHand.StartAsync(_server.Client);

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        _http.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_who_asks_what_for_and_what_can_be_refused()
    {
        var begun = await _server.CallAsync(CallByHand.UseId(
            CallByHand.Demand(("GivenNames", "REQUIRED"), ("DateOfBirth", "ALLOWED"), ("AgeVerification", "REQUIRED")),
            "<e:AgeVerificationRequest><e:Age>18</e:Age></e:AgeVerificationRequest><e:TransactionInfo>Hund &lt;Bello&gt;</e:TransactionInfo>"));
        _application.Hand(_application.TokenFor(begun));
        var page = await _application.PageAsync();

        page.QuerySelector("main")!.TextContent.Should().Contain(_application.Address.Authority).And.Contain("Hund <Bello>").And.Contain("mindestens 18 Jahre");
        page.QuerySelectorAll("ul.groups li").Select(group => group.TextContent.Trim()).Should().HaveCount(3).And.ContainSingle(text => text.Contains("freiwillig", StringComparison.Ordinal));
        page.QuerySelectorAll("input[name=group]").Select(box => box.GetAttribute("value")).Should().Equal("DateOfBirth");
        page.QuerySelectorAll("button[name=person]").Select(button => button.GetAttribute("value")).Should().StartWith([""]).And.Contain(["erika", "amina", "juergen"]).And.NotContain(["lena", "musterbau"]);
    }

    [Fact]
    public async Task A_page_counts_once_and_one_result_alone()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        _application.Hand(_application.TokenFor(begun));
        var (page, another) = (await _application.PageAsync(), await _application.PageAsync());

        using var first = await _application.PressAsync(page, "erika");
        using var again = await _application.PressAsync(page, "ben");
        using var other = await _application.PressAsync(another, "ben");
        using var later = await _application.OpenClientAsync();

        (first.StatusCode, again.StatusCode, other.StatusCode).Should().Be((HttpStatusCode.SeeOther, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        later.Headers.Location!.Query.Should().EndWith("ResultMinor=trustedChannelEstablishmentFailed");
        (await _server.CallAsync(CallByHand.GetResult(begun.Session, 1)))["PersonalData", "GivenNames"].Should().Be("ERIKA");
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_is_not_in_order_leads_nowhere(string part, string instead)
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        var token = _application.TokenFor(begun);
        token.Should().Contain(part);
        _application.Hand(token.Replace(part, instead, StringComparison.Ordinal));

        using var answer = await _application.OpenClientAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await _server.CallAsync(CallByHand.GetResult(begun.Session, 1))).Minor.Should().Be("noResultYet");
    }

    [Theory]
    [InlineData("application/octet-stream", 200)]
    [InlineData("text/xml", 404)]
    [InlineData("text/xml", 500)]
    public async Task Only_a_good_answer_in_xml_is_a_token(string type, int status)
    {
        var token = _application.TokenFor(await _server.CallAsync(CallByHand.UseId()));
        _application.Serve = context =>
        {
            (context.Response.ContentType, context.Response.StatusCode) = (type, status);
            return context.Response.WriteAsync(token);
        };

        using var answer = await _application.OpenClientAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_token_that_takes_no_end_is_not_waited_for()
    {
        _application.Hand($"<TCTokenType>{new string(' ', 100_000)}</TCTokenType>");

        using var answer = await _application.OpenClientAsync();

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Redirects_are_followed_on_this_machine_and_not_for_ever()
    {
        var token = _application.TokenFor(await _server.CallAsync(CallByHand.UseId()));
        _application.Serve = context =>
        {
            context.Response.ContentType = "text/xml";
            if (context.Request.Path == "/there")
                return context.Response.WriteAsync(token);
            context.Response.Redirect(context.Request.Path.Value switch { "/round" => "/round", "/away" => "http://service.example/token", _ => "/there" });
            return Task.CompletedTask;
        };

        using var good = await _application.OpenClientAsync();
        using var round = await _application.OpenClientAsync(new Uri(_application.Address, "/round"));
        using var away = await _application.OpenClientAsync(new Uri(_application.Address, "/away"));

        new[] { good, round, away }.Select(answer => answer.StatusCode).Should().Equal(HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("http://service.example/token")]
    [InlineData("https://service.example/token")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task The_sandbox_asks_nobody_else(string address)
    {
        using var answer = await _http.GetAsync(new Uri($"{_server.Client}?tcTokenURL={Uri.EscapeDataString(address)}"));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_key_is_no_way_to_the_server()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        _application.Hand(_application.TokenFor(begun, psk: new string('0', 64)));
        using var answer = await _application.OpenClientAsync();
        _application.Hand(_application.TokenFor(begun, psk: new string('0', 64), extra: $"<CommunicationErrorAddress>{new Uri(_application.Address, "/error")}</CommunicationErrorAddress>"));
        using var withAddress = await _application.OpenClientAsync();

        answer.Headers.Location.Should().Be(new Uri(_application.Address, "/refresh?case=7&ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed"));
        withAddress.Headers.Location.Should().Be(new Uri(_application.Address, "/error?ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed"));
    }

    [Fact]
    public async Task An_application_that_could_not_begin_says_so_in_its_token()
    {
        _application.Hand($"<TCTokenType><ServerAddress/><SessionIdentifier/><RefreshAddress/><CommunicationErrorAddress>{new Uri(_application.Address, "/error")}</CommunicationErrorAddress><Binding/><PathSecurity-Protocol/><PathSecurity-Parameters/></TCTokenType>");
        using var answer = await _application.OpenClientAsync();
        _application.Hand("<TCTokenType><RefreshAddress/><CommunicationErrorAddress>https://service.example/error</CommunicationErrorAddress></TCTokenType>");
        using var elsewhere = await _application.OpenClientAsync();

        answer.Headers.Location!.AbsolutePath.Should().Be("/error");
        elsewhere.StatusCode.Should().Be(HttpStatusCode.BadRequest, "the address is not that of the application");
    }

    [Fact]
    public async Task It_says_who_it_is_to_any_page()
    {
        using var json = await _http.GetAsync(new Uri(_server.Client + "?Status=json"));
        using var text = await _http.GetAsync(new Uri(_server.Client + "?Status"));

        json.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        (await json.Content.ReadAsStringAsync()).Should().Contain("\"Specification-Title\":\"TR-03124-1\"");
        text.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        (await text.Content.ReadAsStringAsync()).Should().Contain("Specification-Title: TR-03124-1\n");
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_to_do()
    {
        using var nothing = await _http.GetAsync(_server.Client);
        using var window = await _http.GetAsync(new Uri(_server.Client + "?ShowUI"));
        using var stale = await _http.PostAsync(_server.Client, new FormUrlEncodedContent([KeyValuePair.Create("ticket", "0"), KeyValuePair.Create("person", "erika")]));

        (nothing.StatusCode, window.StatusCode, stale.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Other_pages_press_no_button()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Client) { Content = new FormUrlEncodedContent([KeyValuePair.Create("ticket", "0")]) };
        request.Headers.Add("Origin", _application.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await _http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}
