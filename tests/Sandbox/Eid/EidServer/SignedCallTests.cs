using System.Security.Cryptography;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Only what the application signed, all of it and just now, is a call.</summary>
public sealed class SignedCallTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly EidServerByHand _server = new(sandbox.Server);

    private static readonly Dictionary<string, CallByHand> _wrong = new()
    {
        ["only the body signed"] = CallByHand.UseId() with { Signed = ["body"] },
        ["only the time stamp signed"] = CallByHand.UseId() with { Signed = ["ts"] },
        ["the body signed twice"] = CallByHand.UseId() with { Signed = ["body", "body"] },
        ["too old"] = CallByHand.UseId() with { Age = TimeSpan.FromMinutes(7) },
        ["from the future"] = CallByHand.UseId() with { Age = TimeSpan.FromMinutes(-2) },
        ["valid for a day"] = CallByHand.UseId() with { Life = TimeSpan.FromDays(1) },
        ["valid for no time"] = CallByHand.UseId() with { Life = TimeSpan.Zero },
        ["with SHA-1"] = CallByHand.UseId() with { SignatureMethod = "http://www.w3.org/2000/09/xmldsig#rsa-sha1" },
        ["changed after the signature"] = CallByHand.UseId() with { ChangeSigned = text => text.Replace("REQUIRED</e:FamilyNames>", "ALLOWED</e:FamilyNames>", StringComparison.Ordinal) },
        ["without a signature"] = CallByHand.UseId() with { ChangeSigned = text => text[..text.IndexOf("<Signature ", StringComparison.Ordinal)] + text[(text.IndexOf("</Signature>", StringComparison.Ordinal) + 12)..] },
        ["without a time stamp"] = CallByHand.UseId() with { ChangeSigned = text => text[..text.IndexOf("<u:Timestamp", StringComparison.Ordinal)] + text[(text.IndexOf("</u:Timestamp>", StringComparison.Ordinal) + 14)..] },
        ["a token beside the signature"] = CallByHand.UseId() with { SecurityExtra = "<o:BinarySecurityToken>AA==</o:BinarySecurityToken>" },
        ["another certificate named"] = CallByHand.UseId() with { Named = ("CN=BaseComponents Sandbox CA", "1") },
        ["another issuer named"] = CallByHand.UseId() with { Named = ("CN=Somebody else", "1") },
        ["an issuer that is no name"] = CallByHand.UseId() with { Named = ("=,=", "1") },
        ["the identifier twice"] = CallByHand.UseId() with { HeaderExtra = """<x xmlns="urn:x" id="body"/>""" },
        ["wrapped"] = CallByHand.UseId() with { ChangeSigned = Wrapped },
    };

    public static TheoryData<string> Wrong { get; } = new(_wrong.Keys);

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_signed_otherwise_is_an_error_and_no_more(string name)
    {
        var answer = await _server.CallAsync(_wrong[name]);

        (answer.IsOk, answer.Minor).Should().Be((false, "internalError"), name);
    }

    [Fact]
    public async Task Another_key_signs_nothing()
    {
        using var key = RSA.Create(2048);

        (await _server.CallAsync(CallByHand.UseId(), key.ExportPkcs8PrivateKeyPem())).Minor.Should().Be("internalError");
    }

    [Fact]
    public async Task White_space_and_the_sequence_of_the_parts_do_not_matter() =>
        (await _server.CallAsync(CallByHand.UseId() with { Signed = ["body", "ts"] })).IsOk.Should().BeTrue();

    [Fact]
    public async Task A_question_about_the_server_is_signed_too() =>
        (await _server.CallAsync(CallByHand.ServerInfo() with { Signed = ["body"] }))["faultstring"].Should().Contain("internalError");

    [Fact]
    public async Task Answers_are_signed_by_the_certificate_in_the_settings_and_name_it()
    {
        var answer = await _server.CallAsync(CallByHand.UseId());

        (await _server.VerifiesAsync(answer)).Should().BeTrue();
        (await _server.VerifiesAsync(answer with { Text = answer.Text.Replace("resultmajor#ok", "resultmajor#OK", StringComparison.Ordinal) })).Should().BeFalse();
        (await _server.VerifiesAsync(answer with { Text = answer.Text.Replace(":Created>2", ":Created>3", StringComparison.Ordinal) })).Should().BeFalse();
        answer.Text.Should().Contain("<X509IssuerName>CN=BaseComponents Sandbox CA</X509IssuerName>".Replace("X509", "ds:X509", StringComparison.Ordinal)).And.NotContain("X509Certificate>");
    }

    // The signed body moves into the header, and another one takes its place.
    private static string Wrapped(string text)
    {
        var (start, end) = (text.IndexOf("<s:Body", StringComparison.Ordinal), text.IndexOf("</s:Body>", StringComparison.Ordinal) + 9);
        var body = text[start..end];
        var forged = body.Replace("u:Id=\"body\"", "u:Id=\"forged\"", StringComparison.Ordinal).Replace("REQUIRED", "ALLOWED", StringComparison.Ordinal);
        return text[..start].Replace("</s:Header>", $"<w xmlns=\"urn:w\">{body}</w></s:Header>", StringComparison.Ordinal) + forged + text[end..];
    }
}
