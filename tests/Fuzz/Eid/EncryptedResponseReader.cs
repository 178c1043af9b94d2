using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>What an attacker encrypts for the application: its key is public. Without a signature of the identity provider nothing may come of it.</summary>
internal sealed class EncryptedResponseReader() : Reader("saml-encrypted")
{
    private readonly Lazy<string> _signed = new(() => Meaning.Of(((SamlAnswer.Accepted)Decide(Encoding.UTF8.GetBytes(AssertionOf()))).Assertion));

    public override void Read(byte[] input)
    {
        if (Decide(input) is SamlAnswer.Accepted { Assertion: var assertion } && Meaning.Of(assertion) != _signed.Value)
            throw new WrongReadingException("An encrypted assertion was accepted that says what nobody signed.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("signed.xml", Encoding.UTF8.GetBytes(AssertionOf()));
        yield return ("unsigned.xml", Encoding.UTF8.GetBytes(Answers.AssertionOf(new ForgedResponse().ToXml()).OuterXml));
        yield return ("of-the-attacker.xml", Encoding.UTF8.GetBytes(Answers.AssertionOf(Answers.SignedAssertion(signature: new ForgedSignature { Signer = Parties.Attacker })).OuterXml));
    }

    private static SamlAnswer Decide(byte[] plainText)
    {
        var response = Answers.Encrypted(encryption: new ForgedEncryption { ReplacePlainText = plainText }, signAssertion: false, signResponse: false);
        return Parties.Reader.Read(Encoding.UTF8.GetBytes(response.OuterXml), Parties.Expectation);
    }

    private static string AssertionOf() => Answers.AssertionOf(Answers.SignedAssertion()).OuterXml;
}
