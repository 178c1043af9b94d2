using System.Text;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>The names are right, the namespaces are not; and comments and CDATA where two readers might see two texts.</summary>
internal static class Namespaces
{
    private const string Confusion = "namespace confusion";
    private const string Comments = "comments";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Outer(Confusion, "another protocol", "urn:oasis:names:tc:SAML:2.0:protocol", "urn:oasis:names:tc:SAML:1.1:protocol"),
        Outer(Confusion, "another assertion namespace", "urn:oasis:names:tc:SAML:2.0:assertion\"", "urn:oasis:names:tc:SAML:1.0:assertion\""),
        Outer(Confusion, "another encryption namespace", "http://www.w3.org/2001/04/xmlenc#\"", "http://www.w3.org/2001/04/xmlenc\""),
        Inner(Confusion, "another signature namespace", "http://www.w3.org/2000/09/xmldsig#\"", "http://www.w3.org/2000/09/xmldsig\""),
        Inner(Confusion, "a prefix bound anew on the issuer", "<saml:Issuer>", "<saml:Issuer xmlns:saml=\"urn:another\">"),
        Outer(Confusion, "a prefix bound anew on the status", "<samlp:Status>", "<samlp:Status xmlns:samlp=\"urn:another\">"),
        Outer(Confusion, "a version in a namespace", " Version=\"2.0\"", " samlp:Version=\"2.0\""),
        Outer(Confusion, "an identifier in a namespace", " ID=\"_response1\"", " samlp:ID=\"_response1\""),
        Inner(Comments, "half of a value hidden", ">ERIKA<", "><!-- ERIKA -->MALLORY<"),
        Inner(Comments, "a value continued behind one", ">ERIKA<", ">ERIKA<!-- -->MALLORY<"),
        Inner(Comments, "a value in CDATA", ">ERIKA<", "><![CDATA[ERIKA ]]><"),
        Inner(Comments, "an issuer in two texts", "</saml:Issuer>", "<!-- --> .attacker.example</saml:Issuer>"),
    ];

    /// <summary>Changed where everybody can see it.</summary>
    private static HostileCase Outer(string family, string name, string old, string @new) =>
        HostileCase.Message(family, name, (trial, good) => Replaced(HostileTrial.Octets(trial.Finish(good.ToXml())), old, @new));

    /// <summary>Changed in what is signed: within the encryption for an assertion, around it for a response.</summary>
    private static HostileCase Inner(string family, string name, string old, string @new) => HostileCase.Message(family, name, (trial, good) =>
    {
        if (trial.Part is SignedPart.Assertion)
            return HostileTrial.Octets(trial.Finish(good.ToXml(), encryption: new ForgedEncryption { ChangePlainText = text => Text(text, old, @new) }));
        var visible = HostileTrial.Octets(trial.Finish(good.ToXml()));
        return Encoding.UTF8.GetString(visible).Contains(old, StringComparison.Ordinal)
            ? Replaced(visible, old, @new)
            : HostileTrial.Octets(Answered(good, old, @new));
    });

    // The signed response keeps its signature; the assertion in it is replaced by a changed one, encrypted anew.
    private static System.Xml.XmlDocument Answered(ForgedResponse good, string old, string @new)
    {
        var document = good.ToXml();
        var draft = good.ToXml();
        new ForgedEncryption().Apply(Answers.AssertionOf(document));
        new ForgedSignature().Apply(document.DocumentElement!);
        new ForgedEncryption { ChangePlainText = text => Text(text, old, @new) }.Apply(Answers.AssertionOf(draft));
        var (genuine, forged) = (document.GetElementsByTagName("EncryptedAssertion", Answers.Assertion)[0]!, draft.GetElementsByTagName("EncryptedAssertion", Answers.Assertion)[0]!);
        genuine.ParentNode!.ReplaceChild(document.ImportNode(forged, deep: true), genuine);
        return document;
    }

    private static byte[] Replaced(byte[] octets, string old, string @new) => Encoding.UTF8.GetBytes(Text(Encoding.UTF8.GetString(octets), old, @new));

    private static string Text(string text, string old, string @new) =>
        text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, @new, StringComparison.Ordinal) : throw new InvalidOperationException($"There is no {old} to replace.");
}
