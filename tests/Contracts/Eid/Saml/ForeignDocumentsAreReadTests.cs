using System.Text;
using System.Text.RegularExpressions;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>Answers signed by xml-crypto and encrypted by xml-encryption: accepted as they are, refused with one letter changed.</summary>
public sealed partial class ForeignDocumentsAreReadTests
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string More2007 = "http://www.w3.org/2007/05/xmldsig-more#";
    private const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";

    private static readonly Dictionary<string, ForeignDocument> Documents = new()
    {
        ["PSS, AES-256-GCM, OAEP"] = new(),
        ["PSS with SHA-384"] = new() { Algorithm = More2007 + "sha384-rsa-MGF1", Digest = More + "sha384" },
        ["PSS with SHA-512"] = new() { Algorithm = More2007 + "sha512-rsa-MGF1", Digest = "http://www.w3.org/2001/04/xmlenc#sha512" },
        ["RSA with SHA-256"] = new() { Algorithm = More + "rsa-sha256" },
        ["RSA with SHA-384"] = new() { Algorithm = More + "rsa-sha384" },
        ["RSA with SHA-512"] = new() { Algorithm = More + "rsa-sha512", Digest = "http://www.w3.org/2001/04/xmlenc#sha512" },
        ["AES-128-GCM"] = new() { Cipher = Xenc11 + "aes128-gcm" },
        ["AES-192-GCM"] = new() { Cipher = Xenc11 + "aes192-gcm" },
        ["OAEP 1.1 with SHA-1"] = new() { Transport = ForeignDocument.Oaep11, Mask = "sha1" },
        ["OAEP 1.1 with SHA-256"] = new() { Transport = ForeignDocument.Oaep11, TransportDigest = "sha256", Mask = "sha256" },
        ["OAEP 1.1 with SHA-512"] = new() { Transport = ForeignDocument.Oaep11, TransportDigest = "sha512", Mask = "sha512" },
        ["not encrypted"] = new() { Encrypts = false },
        ["other prefixes"] = new() { Spelling = ForeignSpellings.OtherPrefixes },
        ["assertion in the default namespace"] = new() { Spelling = ForeignSpellings.DefaultNamespaceOfTheAssertion },
        ["protocol in the default namespace"] = new() { Spelling = ForeignSpellings.DefaultNamespaceOfTheProtocol },
        ["signature in the default namespace"] = new() { SignaturePrefix = null },
        ["inclusive prefixes"] = new() { Spelling = ForeignSpellings.SchemaOnTheAssertion, Prefixes = ["xs", "xsi"] },
        ["inclusive prefixes with the default one"] = new() { Spelling = xml => ForeignSpellings.DefaultNamespaceOfTheProtocol(ForeignSpellings.SchemaOnTheAssertion(xml)), Prefixes = ["xs"], Encrypts = false },
        ["inclusive prefix that nobody declares"] = new() { Prefixes = ["nobody"] },
        ["one line"] = new() { Spelling = ForeignSpellings.OneLine },
        ["lines of Windows"] = new() { Spelling = ForeignSpellings.WindowsLines, Encrypts = false },
        ["space in tags"] = new() { Spelling = ForeignSpellings.SpaceInTags },
        ["comments"] = new() { Spelling = ForeignSpellings.Comments, Encrypts = false },
        ["comments, encrypted"] = new() { Spelling = ForeignSpellings.Comments },
        ["CDATA"] = new() { Spelling = ForeignSpellings.CData },
        ["letters"] = new() { Spelling = ForeignSpellings.Letters },
    };

    private static readonly Lazy<Task<Dictionary<string, string>>> Written = new(WriteAsync);

    public static TheoryData<string> Names => new(Documents.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task As_they_are(string name)
    {
        var answer = Read((await Written.Value)[name]);

        var attributes = answer.Should().BeOfType<SamlAnswer.Accepted>($"{answer}").Which.Assertion.Attributes;
        attributes["urn:oid:2.5.4.42"].Text.Should().Be(name == "letters" ? "ERIKA & <ẞ> M\u0302 \U0001F600 \"'" : "ERIKA");
        attributes["urn:oid:2.5.4.4"].Text.Should().Be("MUSTERMANN");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Not_with_one_letter_changed(string name)
    {
        var xml = (await Written.Value)[name];
        var places = Places(xml);
        places.Should().HaveCountGreaterThan(100);

        foreach (var place in places)
        {
            var changed = new StringBuilder(xml) { [place] = xml[place] is 'A' ? 'B' : 'A' }.ToString();
            Read(changed).Should().NotBeOfType<SamlAnswer.Accepted>($"{xml[place]} at {place} became another letter: {xml[Math.Max(0, place - 30)..Math.Min(xml.Length, place + 30)]}");
        }
    }

    [Fact]
    public async Task A_label_hash_that_is_not_the_mask_hash_is_refused_by_name()
    {
        var results = await Peers.NodeOrSkipAsync(new ForeignDocument { TransportDigest = "sha256" }.Job(), new ForeignDocument { Transport = ForeignDocument.Oaep11, TransportDigest = "sha512", Mask = "sha1" }.Job());

        foreach (var result in results)
            Read(result.Text).Should().Be(new SamlAnswer.Refused("key-transport-hashes"));
    }

    private static SamlAnswer Read(string xml) => Parties.Reader.Read(Encoding.UTF8.GetBytes(xml), Parties.Expectation);

    // Spread over the document: letters and digits, all of them signed.
    private static List<int> Places(string xml)
    {
        var step = Math.Max(1, xml.Length / 200);
        var signed = NotSigned().Replace(xml, match => new string(' ', match.Length));
        return [.. Enumerable.Range(0, xml.Length).Where(place => place % step == 0 && char.IsAsciiLetterOrDigit(signed[place]))];
    }

    // No canonical form has comments and the declarations of prefixes that nothing uses; the last letter of base64 has bits that mean nothing.
    [GeneratedRegex("<!--.*?-->|xmlns:xsi?=\"[^\"]*\"|[A-Za-z0-9+/]=+", RegexOptions.Singleline)]
    private static partial Regex NotSigned();

    private static async Task<Dictionary<string, string>> WriteAsync()
    {
        var results = await Peers.NodeOrSkipAsync([.. Documents.Values.Select(document => document.Job())]);
        return Documents.Keys.Zip(results).ToDictionary(pair => pair.First, pair => pair.Second.Text);
    }
}
