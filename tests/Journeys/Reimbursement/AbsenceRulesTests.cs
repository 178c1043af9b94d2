using EmployerReimbursement.Claims;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>What is typed about an absence, and what is said about it.</summary>
public sealed class AbsenceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_complete_form_becomes_an_absence()
    {
        var absence = AbsenceRules.Check(Form(), [], Now, new FieldErrors());

        absence.Should().Be(new Absence(new DateOnly(2026, 3, 5), new TimeOnly(8, 30), new TimeOnly(11, 0), false, Duty.Exercise, 1.50m, 0m));
    }

    [Theory]
    [InlineData("1.000,00", 1000)]
    [InlineData("1000", 1000)]
    [InlineData(" 23,5 € ", 23.5)]
    [InlineData("0,01", 0.01)]
    public void Amounts_are_read_as_Germans_write_them(string typed, decimal amount) =>
        AbsenceRules.Check(Form(form => form.Gross = typed), [], Now, new FieldErrors())!.GrossPerHour.Should().Be(amount);

    [Fact]
    public void An_empty_form_names_every_field() => ErrorsOf(new AbsenceForm()).Should().Equal("Date", "From", "Until", "Duty", "Gross", "Share");

    [Theory]
    [InlineData("0,00")]
    [InlineData("-1,00")]
    [InlineData("1,005")]
    [InlineData("12.50")]
    [InlineData("1.00,00")]
    [InlineData("1e3")]
    [InlineData("1000,01")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("NaN")]
    [InlineData("٢٣,٥٠")]
    [InlineData("=1+1")]
    public void An_amount_that_is_none_is_refused(string typed) => ErrorsOf(Form(form => form.Gross = typed)).Should().Equal("Gross");

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("2026-03-05")]
    [InlineData("03/05/2026")]
    [InlineData("28.11.2026")]
    [InlineData("05.03.1926")]
    [InlineData("5.3.26")]
    public void A_date_that_is_none_or_cannot_be_meant_is_refused(string typed) => ErrorsOf(Form(form => form.Date = typed)).Should().Equal("Date");

    [Theory]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("8")]
    [InlineData("acht")]
    [InlineData("8:30:15")]
    public void A_time_that_is_none_is_refused(string typed) => ErrorsOf(Form(form => form.From = typed)).Should().Equal("From");

    [Theory]
    [InlineData("11:00", "8:30", false)]
    [InlineData("8:30", "8:30", false)]
    [InlineData("8:30", "8:31", true)]
    public void An_end_that_does_not_follow_the_begin_within_a_day_is_refused(string from, string until, bool nextDay) =>
        ErrorsOf(Form(form => (form.From, form.Until, form.NextDay) = (from, until, nextDay))).Should().Equal("Until");

    [Fact]
    public void A_duty_may_end_after_midnight() =>
        AbsenceRules.Check(Form(form => (form.From, form.Until, form.NextDay) = ("22:30", "1:15", true)), [], Now, new FieldErrors())!.Minutes.Should().Be(165);

    [Fact]
    public void What_has_not_ended_yet_is_refused() =>
        // It is 13 o'clock in Germany.
        ErrorsOf(Form(form => (form.Date, form.From, form.Until) = ("27.11.2026", "12:00", "13:01"))).Should().Equal("Until");

    [Theory]
    [InlineData("29.03.2026", "2:30", "3:30", "From")]
    [InlineData("28.03.2026", "22:00", "2:30", "Until")]
    public void An_hour_that_the_clocks_left_out_is_refused(string date, string from, string until, string field) =>
        ErrorsOf(Form(form => (form.Date, form.From, form.Until, form.NextDay) = (date, from, until, field == "Until"))).Should().Equal(field);

    [Theory]
    [InlineData("8:30", "11:00", false, true)]
    [InlineData("10:59", "12:00", false, true)]
    [InlineData("7:00", "8:31", false, true)]
    [InlineData("9:00", "9:30", false, true)]
    [InlineData("11:00", "12:00", false, false)]
    [InlineData("7:00", "8:30", false, false)]
    [InlineData("0:00", "1:14", false, true)]
    [InlineData("1:15", "2:00", false, false)]
    public void Times_must_not_overlap_but_may_touch(string from, string until, bool nextDay, bool refused)
    {
        Absence[] others =
        [
            AbsenceTests.Absence(new DateOnly(2026, 3, 4), "22:30", "1:15", nextDay: true, 10m, 0m),
            AbsenceTests.Absence(new DateOnly(2026, 3, 5), "8:30", "11:00", nextDay: false, 10m, 0m),
        ];
        var errors = new FieldErrors();

        AbsenceRules.Check(Form(form => (form.From, form.Until, form.NextDay) = (from, until, nextDay)), others, Now, errors);

        errors.Any.Should().Be(refused);
        if (refused)
            errors.For("From")?.ToString().Should().Contain("überschneidet sich").And.Contain("2026");
    }

    [Theory]
    [InlineData("")]
    [InlineData("DE89370400440532013001")]
    [InlineData("DE8937040044053201300")]
    [InlineData("XX89370400440532013000")]
    [InlineData("=DE89370400440532013000")]
    public void An_account_that_is_none_is_refused_without_repeating_it(string typed)
    {
        var errors = new FieldErrors();

        errors.Account("Iban", typed).Should().BeNull();

        errors.For("Iban")?.ToString().Should().StartWith("IBAN:").And.NotContain("3704");
    }

    [Fact]
    public void An_account_may_be_typed_in_groups_and_small() =>
        new FieldErrors().Account("Iban", " de89 3704 0044 0532 0130 00 ")!.Value.ToString().Should().Be("DE89370400440532013000");

    [Theory]
    [InlineData("Ö")]
    [InlineData("Sophie-Charlotte D’Arcy-O'Néill von Weiẞenfels zu Großräschen-Ützenthal-Mückenbe")]
    public void Names_are_taken_as_they_are(string name) => new FieldErrors().Line("Employee", name, "Name", 120).Should().Be(name);

    private static List<string> ErrorsOf(AbsenceForm form)
    {
        var errors = new FieldErrors();
        AbsenceRules.Check(form, [], Now, errors).Should().BeNull();
        return [.. errors.All.Select(error => error.Field)];
    }

    private static AbsenceForm Form(Action<AbsenceForm>? change = null)
    {
        var form = new AbsenceForm { Date = "5.3.2026", From = "8:30", Until = "11.00", Duty = "Exercise", Gross = "1,50", Share = "0" };
        change?.Invoke(form);
        return form;
    }
}
