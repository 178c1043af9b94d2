using BaseComponents.Eid;
using BaseComponents.Eid.Testing;

namespace BaseComponents.Tests.Eid.Model;

public sealed class EidIdentityTests
{
    [Fact]
    public void Kind_follows_the_organisation()
    {
        FakeIdentities.Citizen.Kind.Should().Be(EidIdentityKind.Person);
        FakeIdentities.Company.Kind.Should().Be(EidIdentityKind.Organisation);
        new EidIdentity().Person.Should().Be(EidPerson.Nobody);
    }

    [Fact]
    public void Trust_is_the_log_ins_unless_the_service_says_otherwise()
    {
        FakeIdentities.Citizen.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        FakeIdentities.Citizen.TrustOf(EidAttribute.MailAddress).Should().Be(AssuranceLevel.Basic);
    }

    [Fact]
    public void A_missing_attribute_has_a_reason_and_a_present_one_has_none()
    {
        var identity = FakeIdentities.CitizenWithPartialBirthDate;

        identity.AbsenceOf(EidAttribute.FamilyName).Should().BeNull();
        identity.AbsenceOf(EidAttribute.BirthName).Should().Be(AbsenceReason.NotOnChip);
        identity.AbsenceOf(EidAttribute.AcademicTitle).Should().Be(AbsenceReason.Unstated);
    }

    [Fact]
    public void Every_attribute_has_its_place_in_the_model()
    {
        var everything = FakeIdentities.Company with
        {
            Person = FakeIdentities.Citizen.Person with { ArtisticName = "ERIKA NUR", Gender = new EidGender("2"), TaxIdentifier = "00000000000" },
            Organisation = FakeIdentities.Company.Organisation! with { LegalFormCode = "350", Activity = "Hochbau" },
            MailAddress = "post@musterbau.example",
            TelephoneNumber = "+49 351 0000000",
            DeMailAddress = "post@de-mail.example",
            CommunityId = "145220180180",
            Document = new EidDocument { Type = "ID", IssuingState = new CountryCode("D"), DateOfExpiry = new DateOnly(2029, 10, 31), ResidencePermit = "Erwerbstätigkeit gestattet" },
            MethodPseudonym = new EidPseudonym("issuer", "of-the-method"),
            UsedTwoFactors = true,
        };

        Enum.GetValues<EidAttribute>().Where(attribute => everything.AbsenceOf(attribute) is not null).Should().BeEmpty();
        Enum.GetValues<EidAttribute>().Where(attribute => new EidIdentity().AbsenceOf(attribute) is null).Should().BeEmpty();
    }

    [Fact]
    public void A_user_key_is_stable_and_belongs_to_issuer_and_pseudonym()
    {
        var key = new EidPseudonym("https://issuer.example", "abc").ToUserKey();

        key.Should().MatchRegex("^[A-Za-z0-9_-]{43}$").And.NotContain("abc");
        new EidPseudonym("https://issuer.example", "abc").ToUserKey().Should().Be(key);
        new EidPseudonym("https://issuer.exampleab", "c").ToUserKey().Should().NotBe(new EidPseudonym("https://issuer.example", "abc").ToUserKey());
        new EidPseudonym("https://other.example", "abc").ToUserKey().Should().NotBe(key);
        // Stored by applications: this text may never change.
        key.Should().Be("mVL8tq484K_yBKA_swDmnQlrRoy5YnLlJ1J4pzhYQvI");
    }

    [Fact]
    public void Statements_are_compared_by_content()
    {
        var one = AttributeStatements.None.WithTrust(EidAttribute.Address, AssuranceLevel.Basic).WithAbsence(EidAttribute.BirthName, AbsenceReason.Refused);
        var other = AttributeStatements.None.WithAbsence(EidAttribute.BirthName, AbsenceReason.Refused).WithTrust(EidAttribute.Address, AssuranceLevel.Basic);

        other.Should().Be(one);
        other.GetHashCode().Should().Be(one.GetHashCode());
        other.WithTrust(EidAttribute.Address, AssuranceLevel.Low).Should().NotBe(one);
    }

    [Fact]
    public void Methods_keep_unknown_names_and_ignore_letter_case()
    {
        new EidMethod("EID").Should().Be(EidMethod.IdentityCard);
        new EidMethod("Brieftaube").ToString().Should().Be("Brieftaube");
        EidMethod.Unknown.Should().Be(default(EidMethod)).And.NotBe(EidMethod.Elster);
    }
}
