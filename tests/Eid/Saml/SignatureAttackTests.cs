using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Signatures of another form, algorithm or key than the ones allowed. Each is made on the assertion and on the response.</summary>
public sealed class SignatureAttackTests
{
    public static TheoryData<string, bool> Cells
    {
        get
        {
            var cells = new TheoryData<string, bool>();
            foreach (var attack in SignatureAttacks.All.Keys)
            {
                cells.Add(attack, true);
                cells.Add(attack, false);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Is_refused(string attack, bool onAssertion)
    {
        var (signature, reason) = SignatureAttacks.All[attack];

        var answer = Answers.Read(onAssertion ? Answers.SignedAssertion(signature: signature) : Answers.SignedResponse(signature: signature));

        answer.ShouldBeRefused(reason);
    }

    [Fact]
    public void Nothing_signed_is_refused() => Answers.Read(new ForgedResponse().ToXml()).ShouldBeRefused("nothing-signed");

    [Fact]
    public void A_signature_cut_off_is_refused()
    {
        foreach (var document in new[] { Answers.SignedAssertion(), Answers.SignedResponse() })
        {
            var signature = document.GetElementsByTagName("Signature", ForgedSignature.Dsig)[0]!;
            signature.ParentNode!.RemoveChild(signature);
            Answers.Read(document).ShouldBeRefused("nothing-signed");
        }
    }

    [Fact]
    public void Two_signatures_are_refused()
    {
        var document = Answers.SignedAssertion();
        var assertion = Answers.AssertionOf(document);
        assertion.AppendChild(Answers.SignatureOf(assertion).CloneNode(deep: true));

        Answers.Read(document).ShouldBeRefused("signature-twice");
    }

    [Fact]
    public void A_signature_of_another_answer_is_refused()
    {
        var document = new ForgedResponse { Audience = Parties.EntityId + "/" }.ToXml();
        var other = Answers.SignatureOf(Answers.AssertionOf(Answers.SignedAssertion()));
        Answers.AssertionOf(document).InsertAfter(document.ImportNode(other, deep: true), Answers.AssertionOf(document).FirstChild);

        Answers.Read(document).ShouldBeRefused("signature-digest");
    }

    [Fact]
    public void A_bad_signature_of_the_response_is_refused_even_around_a_good_one_of_the_assertion()
    {
        var document = Answers.SignedAssertion();
        new ForgedSignature { Signer = Parties.Attacker }.Apply(document.DocumentElement!);

        Answers.Read(document).ShouldBeRefused("signature-key");
    }

    [Fact]
    public void A_bad_signature_of_the_assertion_is_refused_even_in_a_good_response()
    {
        var document = Answers.SignedAssertion(signature: new ForgedSignature { Signer = Parties.Attacker });
        new ForgedSignature().Apply(document.DocumentElement!);

        Answers.Read(document).ShouldBeRefused("signature-key");
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void A_signature_value_that_is_none_is_refused(string value)
    {
        var document = Answers.SignedAssertion();
        document.GetElementsByTagName("SignatureValue", ForgedSignature.Dsig)[0]!.InnerText = value;

        Answers.Read(document).Should().BeOfType<SamlAnswer.Refused>();
    }
}
