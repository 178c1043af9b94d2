using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;
using BaseComponents.Eid.AspNetCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.Eid.Amt24;

/// <summary>Options that cannot be used are refused before anything is read.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "Fields:Surname:Group", "a", "Fields names 'Surname'" },
        { "Fields:0:Group", "a", "Fields names '0'" },
        { "Fields:Street:Group", "anschrift", "Fields:Street needs Group and Field" },
        { "Fields:FamilyName:Group", "1a", "Fields:FamilyName needs Group and Field" },
        { "Fields:FamilyName:Group", "a_1_b", "no number between two" },
        { "Fields:FamilyName:Field", "instance_0", "Fields:FamilyName needs Group and Field" },
        { "Fields:FamilyName:Field", "vorname", "stands twice in Fields" },
        { "Fields:FamilyName:Level", "High", "Fields:FamilyName:Level is above Level" },
        { "Level", "17", "not a known one" },
        { "Account", "Person", "Account is Person, and Fields names data of a company" },
        { "FormIds:0", " ", "FormIds holds an empty one" },
        { "ApplicantInstance", "-1", "ApplicantInstance must be between" },
        { "MaxBytes", "0", "MaxBytes must be between" },
        { "MaxPdfBytes", "-1", "MaxPdfBytes must be between" },
        { "MaxFields", "0", "MaxFields must be between" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_stops_the_start(string setting, string value, string says)
    {
        var settings = Settings();
        settings["Amt24:" + setting] = value;
        using var services = Services(settings);

        FluentActions.Invoking(() => services.GetRequiredService<IStartupValidator>().Validate()).Should().Throw<OptionsValidationException>().WithMessage($"*{says}*");
    }

    [Fact]
    public void Without_fields_there_is_nothing_to_read() =>
        FluentActions.Invoking(() => new Amt24ExportReader(new Amt24ExportOptions())).Should().Throw<EidException>().Which.Code.Should().Be("eid.amt24-configuration");

    [Fact]
    public async Task The_registered_reader_reads()
    {
        using var services = Services(Settings());
        services.GetRequiredService<IStartupValidator>().Validate();
        using var text = new MemoryStream("""{"antragsteller_0_nachname":"Mustermann"}"""u8.ToArray());

        (await services.GetRequiredService<Amt24ExportReader>().ReadJsonAsync(text, TestContext.Current.CancellationToken)).Applicant.Person.FamilyName.Should().Be("Mustermann");
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["Amt24:Fields:FamilyName:Group"] = "antragsteller",
        ["Amt24:Fields:FamilyName:Field"] = "nachname",
        ["Amt24:Fields:GivenNames:Group"] = "antragsteller",
        ["Amt24:Fields:GivenNames:Field"] = "vorname",
        ["Amt24:Fields:OrganisationName:Group"] = "firma",
        ["Amt24:Fields:OrganisationName:Field"] = "name",
    };

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddAmt24Export(configuration.GetSection("Amt24")).BuildServiceProvider();
    }
}
