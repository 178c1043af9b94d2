using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>
/// Signature wrapping: the signed element is moved to where nobody looks, and a forged one takes its place. Every place is combined with every
/// way to treat the identifiers, for a signed assertion and for a signed response.
/// </summary>
public sealed class WrappingTests
{
    public static TheoryData<string, string, bool> All
    {
        get
        {
            var cells = new TheoryData<string, string, bool>();
            foreach (var place in Wrappings.Places)
                foreach (var identifier in Wrappings.Identifiers)
                    foreach (var moveSignature in new[] { true, false })
                        cells.Add(place, identifier, moveSignature);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_forged_assertion_in_place_of_the_signed_one(string place, string identifier, bool moveSignature) =>
        Answers.Read(Wrappings.OfAssertion(Answers.SignedAssertion(), new Wrapping(place, identifier, moveSignature)).Document).Should().BeOfType<SamlAnswer.Refused>();

    [Theory]
    [MemberData(nameof(All))]
    public void A_forged_response_in_place_of_the_signed_one(string place, string identifier, bool moveSignature) =>
        Answers.Read(Wrappings.OfResponse(Answers.SignedResponse(), new Wrapping(place, identifier, moveSignature)).Document).Should().BeOfType<SamlAnswer.Refused>();

    [Fact]
    public void A_signed_assertion_beside_a_forged_one_in_either_order()
    {
        foreach (var first in new[] { true, false })
        {
            var document = Answers.SignedAssertion();
            var genuine = Answers.AssertionOf(document);
            var forged = Wrappings.Forged(genuine, "other");
            document.DocumentElement!.InsertBefore(forged, first ? genuine : null);
            Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>();
        }
    }

    [Fact]
    public void A_plain_forged_assertion_beside_an_encrypted_genuine_one()
    {
        foreach (var first in new[] { true, false })
        {
            var document = Answers.Encrypted(signResponse: false);
            var forged = (XmlElement)document.ImportNode(Answers.AssertionOf(new ForgedResponse().ToXml()), deep: true);
            var encrypted = document.GetElementsByTagName("EncryptedAssertion", Answers.Assertion)[0]!;
            document.DocumentElement!.InsertBefore(forged, first ? encrypted : null);
            Answers.Read(document).ShouldBeRefused("assertion-not-single");
        }
    }
}
