using System.Text;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>A whole answer of an eID server, with its Security header. What is accepted must say what one of the seeds says: nothing else was ever signed.</summary>
internal sealed class ServerAnswerReader() : Reader("eid-server-answer")
{
    private readonly Lazy<HashSet<string>> _signed = new(Signed);

    public override void Read(byte[] input)
    {
        if (ServerResults.Of(input) is { } result && !_signed.Value.Contains(ServerResults.Meaning(result)))
            throw new WrongReadingException("An answer was accepted that says what nobody signed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("result.xml", Utf8(Good(ServerContents.Everything).ToXml()));
        yield return ("partial.xml", Utf8(Good(ServerContents.Partial).ToXml()));
        yield return ("not-yet.xml", Utf8(Good(AnswerContents.Declined("getResult", "getResult#noResultYet")).ToXml()));
        yield return ("denied.xml", Utf8(Good(AnswerContents.Declined("getResult", "getResult#deniedDocument")).ToXml()));
        yield return ("of-the-attacker.xml", Utf8((Good(ServerContents.Everything) with { Signer = ServerParties.Attacker }).ToXml()));
        yield return ("body-only.xml", Utf8((Good(ServerContents.Everything) with { Signed = ["body-1"] }).ToXml()));
        yield return ("wrapped.xml", Utf8(Wrapped()));
        yield return ("fault.xml", Utf8($"<s:Envelope xmlns:s=\"{ForgedEnvelope.Soap}\"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>"));
        yield return ("token.xml", Utf8((Good(ServerContents.Partial) with
        {
            KeyInfo = ForgedEnvelope.Reference("<wsse:Reference URI=\"#token-1\"/>"),
            MoreSecurity = $"<wsse:BinarySecurityToken wsu:Id=\"token-1\">{Convert.ToBase64String(ServerParties.Server.RawData)}</wsse:BinarySecurityToken>",
            Signed = ["timestamp-1", "token-1", "body-1"],
        }).ToXml()));
    }

    private static ForgedEnvelope Good(string content) => new(content) { Signer = ServerParties.Server, Created = ServerParties.Now };

    private static string Wrapped()
    {
        var good = Good(ServerContents.Everything).ToXml();
        var body = good[good.IndexOf("<soapenv:Body", StringComparison.Ordinal)..good.IndexOf("</soapenv:Envelope>", StringComparison.Ordinal)];
        return good.Replace(body, $"<soapenv:Body wsu:Id=\"body-2\">{ServerContents.Partial}</soapenv:Body>", StringComparison.Ordinal)
            .Replace("</soapenv:Header>", $"<w:Wrapper xmlns:w=\"urn:w\">{body}</w:Wrapper></soapenv:Header>", StringComparison.Ordinal);
    }

    private static HashSet<string> Signed() =>
        [.. new DirectoryInfo(Path.Combine(Corpus.Root, "eid-server-answer")).EnumerateFiles().Select(file => ServerResults.Of(File.ReadAllBytes(file.FullName))).OfType<BaseComponents.Eid.EidServer.EidServerResult>().Select(ServerResults.Meaning)];

    private static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);
}
