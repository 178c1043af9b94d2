using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Answers that the right identity provider signed, for somebody else, for another request, or for another time.</summary>
public sealed class WrongAnswersTests
{
    public static TheoryData<string> Names => new(WrongAnswers.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused_when_the_response_is_signed(string name) => Answers.Read(Answers.SignedResponse(WrongAnswers.All[name].Change(new ForgedResponse()))).ShouldBeRefused(WrongAnswers.All[name].Reason);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused_when_the_assertion_is_signed(string name) => Answers.Read(Answers.SignedAssertion(WrongAnswers.All[name].Change(new ForgedResponse()))).ShouldBeRefused(WrongAnswers.All[name].Reason);

    [Fact]
    public void The_edges_of_time_are_within()
    {
        var edge = new ForgedResponse
        {
            NotBefore = Parties.Now.AddSeconds(30),
            NotOnOrAfter = Parties.Now.AddSeconds(-29),
            IssuedAt = Parties.Now.AddSeconds(30),
            AuthenticatedAt = Parties.Expectation.RequestedAt.AddSeconds(-30),
        };

        Answers.Read(Answers.SignedResponse(edge)).ShouldBeAccepted();
    }

    [Fact]
    public void The_answer_of_an_identity_provider_that_was_not_asked_is_refused_whatever_its_signature()
    {
        var other = Parties.Asked with { EntityId = "https://other.example/saml" };
        var answer = Answers.Read(Answers.SignedResponse(new ForgedResponse { Issuer = other.EntityId }), Parties.Expectation with { IdentityProvider = other });

        answer.ShouldBeRefused("identity-provider-of-another-request");
    }

    [Theory]
    [InlineData("Requester", "AuthnFailed")]
    [InlineData("Responder", null)]
    public void A_status_that_is_no_success_is_declined_and_nothing_after_it_is_read(string code, string? sub)
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:" + code,
        };
        var document = response.ToXml();
        if (sub is not null)
            document.GetElementsByTagName("StatusCode", Answers.Protocol)[0]!.InnerXml = $"""<samlp:StatusCode xmlns:samlp="{Answers.Protocol}" Value="urn:oasis:names:tc:SAML:2.0:status:{sub}"/>""";

        var declined = Answers.Read(document).Should().BeOfType<SamlAnswer.Declined>().Subject;

        declined.Status.Code.Should().Be(code);
        declined.Status.SubCode.Should().Be(sub);
    }

    [Fact]
    public void The_status_detail_of_bundid_names_the_attributes_that_are_missing()
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:Requester",
            StatusRest = """
                <samlp:StatusMessage>Erika Mustermann</samlp:StatusMessage><samlp:StatusDetail><akdb:StatusDetail xmlns:akdb="https://www.akdb.de/request/2018/09">{"version":"1.0","errors":[{"code":"IDP_REQUIRED_ATTRIBUTES_MISSING","message":"Attribute urn:oid:2.5.4.42 is required but not available"},{"code":"Erika Mustermann","message":7},3]}</akdb:StatusDetail></samlp:StatusDetail>
                """,
        };

        var status = Answers.Read(response.ToXml()).Should().BeOfType<SamlAnswer.Declined>().Subject.Status;

        status.DetailCodes.Should().Equal("IDP_REQUIRED_ATTRIBUTES_MISSING");
        status.MissingAttributes.Should().Equal("urn:oid:2.5.4.42");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"errors":{}}""")]
    public void A_status_detail_of_another_form_is_passed_over(string detail)
    {
        var response = new ForgedResponse
        {
            Status = "urn:oasis:names:tc:SAML:2.0:status:Requester",
            StatusRest = $"""<samlp:StatusDetail><akdb:StatusDetail xmlns:akdb="https://www.akdb.de/request/2018/09">{detail}</akdb:StatusDetail></samlp:StatusDetail>""",
        };

        Answers.Read(response.ToXml()).Should().BeOfType<SamlAnswer.Declined>().Which.Status.DetailCodes.Should().BeEmpty();
    }

    [Fact]
    public void An_assertion_without_a_practical_end_is_read_all_the_same()
    {
        var response = new ForgedResponse { NotOnOrAfter = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero) };

        Answers.Read(Answers.SignedAssertion(response)).Should().BeOfType<SamlAnswer.Accepted>().Which.Assertion.ExpiresAt.Year.Should().Be(9999);
    }
}
