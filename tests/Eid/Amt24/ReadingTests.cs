using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>What comes out of exports that are in order.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Xml_with_metadata_is_read_whole()
    {
        var export = await Exports.XmlAsync(ExportText.Xml(ExportText.Applicant, ExportText.Metadata()));

        ShouldBeErika(export.Applicant);
        ShouldHaveMetadata(export);
        export.WasMended.Should().BeFalse();
        export.Others.Should().BeEmpty();
    }

    [Fact]
    public async Task Xml_of_before_1_6_is_read_without_metadata()
    {
        var export = await Exports.XmlAsync(ExportText.Xml(ExportText.Applicant).Replace("<serviceportal>", "", StringComparison.Ordinal).Replace("</serviceportal>", "", StringComparison.Ordinal));

        ShouldBeErika(export.Applicant);
        (export.FormId, export.CreatedAt, export.ApplicantFormPdf.HasValue, export.Applicant.Mailbox).Should().Be((null, null, false, null));
    }

    [Fact]
    public async Task Json_is_read_with_metadata_and_without()
    {
        var export = await Exports.JsonAsync(ExportText.Json(ExportText.Applicant, withMetadata: true));

        ShouldHaveMetadata(export);
        ShouldBeErika(export.Applicant);
        ShouldBeErika((await Exports.JsonAsync(ExportText.Json(ExportText.Applicant))).Applicant);
    }

    [Fact]
    public async Task Nothing_is_verified_unless_the_options_say_so()
    {
        var export = await Exports.XmlAsync(ExportText.Xml(ExportText.Applicant, ExportText.Metadata()));

        export.Applicant.Level.Should().Be(AssuranceLevel.Unknown);
        Enum.GetValues<EidAttribute>().Should().OnlyContain(attribute => export.Applicant.TrustOf(attribute) == AssuranceLevel.Unknown);
        (export.Applicant.Pseudonym, export.Applicant.Kind, export.Applicant.Method).Should().Be((null, EidIdentityKind.Person, EidMethod.Unknown));
    }

    [Fact]
    public async Task The_level_of_the_log_in_lifts_no_field_that_the_user_may_have_typed()
    {
        var export = await Exports.XmlAsync(ExportText.Xml(ExportText.Applicant), options =>
        {
            options.Level = AssuranceLevel.High;
            options.Fields["FamilyName"].Level = AssuranceLevel.High;
            options.Fields["Street"].Level = AssuranceLevel.Substantial;
        });

        export.Applicant.Level.Should().Be(AssuranceLevel.High);
        export.Applicant.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        export.Applicant.TrustOf(EidAttribute.GivenNames).Should().Be(AssuranceLevel.Unknown);
        export.Applicant.TrustOf(EidAttribute.Address).Should().Be(AssuranceLevel.Unknown, "the postal code is not trusted");
    }

    [Fact]
    public async Task Another_instance_is_another_person_whom_nobody_verified()
    {
        var values = ExportText.Applicant.Append(("antragsteller", 1, "nachname", "Zweite"));
        var export = await Exports.JsonAsync(ExportText.Json(values, withMetadata: true), options => options.Level = options.Fields["FamilyName"].Level = AssuranceLevel.High);

        ShouldBeErika(export.Applicant);
        var other = export.Others.Should().ContainSingle().Subject;
        (other.Key, other.Value.Person.FamilyName, other.Value.Level, other.Value.TrustOf(EidAttribute.FamilyName), other.Value.Mailbox)
            .Should().Be((1, "Zweite", AssuranceLevel.Unknown, AssuranceLevel.Unknown, null));
    }

    [Fact]
    public async Task Who_fills_in_the_company_acts_for_it_and_an_account_of_companies_always_does()
    {
        (await Exports.JsonAsync("""{"firma_0_name":"Hunde GmbH"}""")).Applicant.Organisation!.Name.Should().Be("Hunde GmbH");
        (await Exports.JsonAsync("""{"firma_0_name":"  "}""")).Applicant.Organisation.Should().BeNull();
        (await Exports.JsonAsync("""{"a_0_b":1}""", options => options.Account = EidIdentityKind.Organisation)).Applicant.Kind.Should().Be(EidIdentityKind.Organisation);
    }

    [Theory]
    [InlineData("1964-08-12T00:00:00.000+01:00", "1964-08-12")]
    [InlineData("1964-08-12T00:00:00+0200", "1964-08-12")]
    [InlineData("12.8.1964", "1964-08-12")]
    [InlineData("1964-08-12", "1964-08-12")]
    [InlineData("1964", "1964")]
    public async Task A_day_stays_the_day_that_stands_there(string text, string day) =>
        (await Exports.JsonAsync($$"""{"antragsteller_0_geburtsdatum":"{{text}}"}""")).Applicant.Person.DateOfBirth.Should().Be(PartialDate.Parse(day));

    [Fact]
    public async Task Lists_uploads_and_fields_of_no_interest_do_not_disturb()
    {
        const string xml = "<serviceportal><serviceportal-fields><antragsteller><instance_0><upload><base64Data>QQ==</base64Data><mimetype>a</mimetype><filename>b</filename></upload><leer/>"
            + "<nachname><selectedValue>Mustermann</selectedValue></nachname></instance_0></antragsteller></serviceportal-fields></serviceportal>";

        (await Exports.XmlAsync(xml)).Applicant.Person.FamilyName.Should().Be("Mustermann");
        (await Exports.JsonAsync("""{"antragsteller_0_nachname":["Mustermann"],"a_0_upload":{"x":[1,{"y":null}]}}""")).Applicant.Person.FamilyName.Should().Be("Mustermann");
    }

    [Fact]
    public async Task Names_with_underscores_and_numbers_find_their_field() =>
        (await Exports.JsonAsync("""{"antragsteller_0_e_mail":"a@b.example","antragsteller_2_x_0_e_mail":"c"}""")).Applicant.MailAddress.Should().Be("a@b.example");

    [Fact]
    public async Task What_no_field_holds_was_not_asked_for_and_what_is_empty_is_unstated()
    {
        var applicant = (await Exports.JsonAsync("""{"a_0_b":1}""")).Applicant;

        (applicant.AbsenceOf(EidAttribute.FamilyName), applicant.AbsenceOf(EidAttribute.BirthName)).Should().Be((AbsenceReason.Unstated, AbsenceReason.NotRequested));
    }

    private static void ShouldBeErika(EidIdentity applicant)
    {
        (applicant.Person.FamilyName, applicant.Person.GivenNames, applicant.Person.DateOfBirth).Should().Be(("Mustermann", "Erika", PartialDate.Parse("1964-08-12")));
        applicant.Address.Should().Be(new StructuredAddress { Street = "Heidestraße", PostalCode = "01067" });
    }

    private static void ShouldHaveMetadata(Amt24Export export)
    {
        (export.FormId, export.CreatedAt, export.Applicant.Mailbox).Should().Be((ExportText.FormId, new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.FromHours(1)), new MailboxHandle("handle-1")));
        export.ApplicantFormPdf!.Value.ToArray().Should().Equal(ExportText.Pdf);
    }
}
