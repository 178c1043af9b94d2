using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Nothing is signed, or by the wrong one, or the signature was made for something else.</summary>
internal static class Unsigned
{
    private const string Family = "unsigned, in the clear and encrypted";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        HostileCase.Document(Family, "encrypted, not signed", (_, good) => Encrypted(good.ToXml())),
        HostileCase.Document(Family, "in the clear, not signed", (_, good) => good.ToXml()),
        HostileCase.Document(Family, "in the clear, signed", (trial, good) => Signed(good.ToXml(), trial.Part)),
        HostileCase.Document(Family, "the signature cut off", (trial, good) => Cut(trial, good)),
        HostileCase.Document(Family, "forged beside the encrypted one", (trial, good) => Beside(trial.Finish(good.ToXml()), good, first: false)),
        HostileCase.Document(Family, "forged before the encrypted one", (trial, good) => Beside(trial.Finish(good.ToXml()), good, first: true)),
        HostileCase.Document(Family, "the signature of another answer", (trial, good) => OfAnother(trial, good)),
        HostileCase.Document(Family, "a good signature within a bad one", (trial, good) => Around(trial.Finish(good.ToXml()))),
        HostileCase.Document(Family, "a bad signature within a good one", (_, good) => Within(good.ToXml())),
        HostileCase.Document(Family, "two signatures", (trial, good) => Twice(trial, good)),
        .. new[] { "", "AAAA", "not base64!" }.Select(value => HostileCase.Document(Family, $"signature value '{value}'", (trial, good) => WithValue(trial, good, value))),
    ];

    private static XmlDocument Encrypted(XmlDocument document)
    {
        new ForgedEncryption().Apply(Answers.AssertionOf(document));
        return document;
    }

    private static XmlDocument Signed(XmlDocument document, SignedPart part, ForgedSignature? signature = null)
    {
        (signature ?? new ForgedSignature()).Apply(Target(document, part));
        return document;
    }

    // Changed before it is encrypted, or after the response is signed.
    private static XmlDocument Change(HostileTrial trial, ForgedResponse good, Action<XmlElement> change)
    {
        if (trial.Part is SignedPart.Response)
        {
            var finished = trial.Finish(good.ToXml());
            change(finished.DocumentElement!);
            return finished;
        }

        var document = Signed(good.ToXml(), trial.Part);
        change(Answers.AssertionOf(document));
        return Encrypted(document);
    }

    private static XmlDocument Cut(HostileTrial trial, ForgedResponse good) => Change(trial, good, signed => signed.RemoveChild(Answers.SignatureOf(signed)));

    private static XmlDocument Twice(HostileTrial trial, ForgedResponse good) => Change(trial, good, signed => signed.AppendChild(Answers.SignatureOf(signed).CloneNode(deep: true)));

    private static XmlDocument WithValue(HostileTrial trial, ForgedResponse good, string value) =>
        Change(trial, good, signed => signed.GetElementsByTagName("SignatureValue", ForgedSignature.Dsig)[0]!.InnerText = value);

    private static XmlDocument OfAnother(HostileTrial trial, ForgedResponse good)
    {
        var other = Signed((good with { Audience = good.Audience + "/" }).ToXml(), trial.Part);
        return Change(trial, good, signed => signed.ReplaceChild(signed.OwnerDocument.ImportNode(Answers.SignatureOf(Target(other, trial.Part)), deep: true), Answers.SignatureOf(signed)));
    }

    private static XmlDocument Beside(XmlDocument document, ForgedResponse good, bool first)
    {
        var forged = document.ImportNode(Answers.AssertionOf((good with { AssertionId = "_forged" }).ToXml()), deep: true);
        var encrypted = document.GetElementsByTagName("EncryptedAssertion", Answers.Assertion)[0]!;
        document.DocumentElement!.InsertBefore(forged, first ? encrypted : null);
        return document;
    }

    private static XmlDocument Around(XmlDocument document)
    {
        foreach (var signature in document.DocumentElement!.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == "Signature").ToList())
            document.DocumentElement.RemoveChild(signature);
        new ForgedSignature { Signer = Parties.Attacker }.Apply(document.DocumentElement);
        return document;
    }

    private static XmlDocument Within(XmlDocument document)
    {
        new ForgedSignature { Signer = Parties.Attacker }.Apply(Answers.AssertionOf(document));
        return Signed(Encrypted(document), SignedPart.Response);
    }

    private static XmlElement Target(XmlDocument document, SignedPart part) => part is SignedPart.Response ? document.DocumentElement! : Answers.AssertionOf(document);
}
