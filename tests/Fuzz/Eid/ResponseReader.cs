using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>A whole answer of an identity provider. What is accepted must say what one of the seeds says: nothing else was ever signed.</summary>
internal sealed class ResponseReader() : Reader("saml-response")
{
    private readonly Lazy<HashSet<string>> _signed = new(Signed);

    public override void Read(byte[] input)
    {
        if (Parties.Reader.Read(input, Parties.Expectation) is SamlAnswer.Accepted { Assertion: var assertion } && !_signed.Value.Contains(Meaning.Of(assertion)))
            throw new WrongReadingException("An answer was accepted that says what nobody signed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("signed-assertion.xml", Utf8(Answers.SignedAssertion().OuterXml));
        yield return ("signed-response.xml", Utf8(Answers.SignedResponse().OuterXml));
        yield return ("both-signed.xml", Utf8(BothSigned()));
        yield return ("encrypted.xml", Utf8(Answers.Encrypted().OuterXml));
        yield return ("declined.xml", Utf8(Answers.SignedResponse(new ForgedResponse { Status = "urn:oasis:names:tc:SAML:2.0:status:Requester" }).OuterXml));
        yield return ("of-the-attacker.xml", Utf8(Answers.SignedAssertion(signature: new ForgedSignature { Signer = Parties.Attacker }).OuterXml));
    }

    private static string BothSigned()
    {
        var document = Answers.SignedAssertion();
        new ForgedSignature().Apply(document.DocumentElement!);
        return document.OuterXml;
    }

    private static HashSet<string> Signed() =>
        [.. new DirectoryInfo(Path.Combine(Corpus.Root, "saml-response")).EnumerateFiles()
            .Select(file => Parties.Reader.Read(File.ReadAllBytes(file.FullName), Parties.Expectation))
            .OfType<SamlAnswer.Accepted>().Select(accepted => Meaning.Of(accepted.Assertion))];

    private static byte[] Utf8(string xml) => Encoding.UTF8.GetBytes(xml);
}
