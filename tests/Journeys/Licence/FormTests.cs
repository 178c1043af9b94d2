using CsCheck;
using DogLicence.Registration;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class FormTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void A_complete_form_becomes_the_same_registration_again()
    {
        var (registration, errors) = Check(SampleCase.Form());

        errors.Should().BeEmpty();
        registration.Should().BeEquivalentTo(SampleCase.Content().Registration);
    }

    [Fact]
    public void An_empty_form_names_every_field_that_must_be_filled_in()
    {
        var (registration, errors) = Check(new DogForm());

        registration.Should().BeNull();
        errors.Select(error => error.Field).Should().Equal("Name", "Breed", "Sex", "Colour", "BirthMonth", "ArrivedDay", "Dangerous", "TaxClass", "Insured");
    }

    [Theory]
    [InlineData("27609810612345")]
    [InlineData("999000000000001")]
    [InlineData("000098106123456")]
    [InlineData("27609810612345A")]
    [InlineData("٢٧٦٠٩٨١٠٦١٢٣٤٥٦")]
    public void A_chip_number_that_is_none_is_refused(string chip) => ErrorsOf(form => form.ChipNumber = chip).Should().Equal("ChipNumber");

    [Fact]
    public void A_chip_number_may_be_typed_in_groups() =>
        Check(With(form => form.ChipNumber = "276 098 106-123.456")).Registration!.ChipNumber.Should().Be("276098106123456");

    [Theory]
    [InlineData("31", "2", "2026", "ArrivedDay", "Dieses Datum gibt es nicht")]
    [InlineData("25", "11", "2026", "ArrivedDay", "Das Datum liegt in der Zukunft")]
    [InlineData("1", "1", "2024", "ArrivedDay", "vor der Geburt des Hundes")]
    [InlineData("", "11", "2025", "ArrivedDay", "Bitte geben Sie den Tag ein")]
    [InlineData("+1", "7", "2025", "ArrivedDay", "Zahl von 1 bis 31")]
    [InlineData("1", "", "2025", "ArrivedMonth", "Bitte geben Sie den Monat ein")]
    [InlineData("1", "13", "2025", "ArrivedMonth", "Zahl von 1 bis 12")]
    [InlineData("1", "Mai", "2025", "ArrivedMonth", "Zahl von 1 bis 12")]
    [InlineData("1", "1", " ", "ArrivedYear", "Bitte geben Sie das Jahr ein")]
    [InlineData("1", "1", "25", "ArrivedYear", "vier Ziffern")]
    public void A_day_of_arrival_that_cannot_be_is_refused_at_the_part_that_is_wrong(string day, string month, string year, string field, string message)
    {
        var error = Check(With(form => (form.ArrivedDay, form.ArrivedMonth, form.ArrivedYear) = (day, month, year))).Errors.Should().ContainSingle().Subject;

        error.Field.Should().Be(field);
        error.Message.ToString().Should().StartWith("Im Haushalt seit: ").And.Contain(message);
    }

    [Theory]
    [InlineData("32", "1", "2024", "BirthDay", "Zahl von 1 bis 31")]
    [InlineData("31", "2", "2024", "BirthDay", "Dieses Datum gibt es nicht")]
    [InlineData("", "", "2024", "BirthMonth", "Bitte geben Sie den Monat ein")]
    [InlineData("", "1", "", "BirthYear", "Bitte geben Sie das Jahr ein")]
    [InlineData("", "12", "2026", "BirthMonth", "in der Zukunft")]
    [InlineData("", "1", "1990", "BirthYear", "prüfen Sie das Jahr")]
    public void A_birth_that_cannot_be_is_refused_at_the_part_that_is_wrong(string day, string month, string year, string field, string message)
    {
        var error = Check(With(form => (form.BirthDay, form.BirthMonth, form.BirthYear) = (day, month, year))).Errors.Should().ContainSingle().Subject;

        error.Field.Should().Be(field);
        error.Message.ToString().Should().StartWith("Geburt des Hundes: ").And.Contain(message);
    }

    [Fact]
    public void A_dog_without_a_known_day_of_birth_may_arrive_in_the_month_it_was_born() =>
        ErrorsOf(form => (form.BirthDay, form.BirthMonth, form.BirthYear, form.ArrivedDay, form.ArrivedMonth, form.ArrivedYear) = ("", "5", "2026", "1", "5", "2026"))
            .Should().BeEmpty();

    [Fact]
    public void A_dangerous_dog_needs_its_tax_class_and_an_insurance() =>
        ErrorsOf(form => (form.Dangerous, form.Insured) = ("Yes", "No")).Should().Equal("TaxClass", "Insured");

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\nb")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uD800b")]
    public void Characters_that_do_not_print_are_refused(string name) => ErrorsOf(form => form.Name = name).Should().Equal("Name");

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b@c.de")]
    [InlineData("Max <max@example.org>")]
    [InlineData("max@localhost")]
    [InlineData("max@example.org\r\nBcc: other@example.org")]
    public void A_mail_address_that_is_none_is_refused(string mail) => ErrorsOf(form => form.ContactMail = mail).Should().Equal("ContactMail");

    [Fact]
    public void Whatever_is_typed_becomes_a_registration_or_messages_and_never_a_fault() => Gen.String.Array[17].Sample(texts =>
    {
        var form = new DogForm();
        foreach (var (property, text) in typeof(DogForm).GetProperties().Zip(texts))
            property.SetValue(form, text);
        var (registration, errors) = Check(form);
        (registration is null).Should().Be(errors.Count > 0);
    });

    private static IEnumerable<string> ErrorsOf(Action<DogForm> change) => Check(With(change)).Errors.Select(error => error.Field);

    private static DogForm With(Action<DogForm> change)
    {
        var form = SampleCase.Form();
        change(form);
        return form;
    }

    private static (DogRegistration? Registration, IReadOnlyList<FieldError> Errors) Check(DogForm form)
    {
        var errors = new FieldErrors();
        return (DogFormRules.Check(form, SampleCase.Tax, Today, errors), errors.All);
    }
}
