using BaseComponents.Payments;
using EmployerReimbursement.Claims;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>What an absence costs, to the cent.</summary>
public sealed class AbsenceTests
{
    [Theory]
    [InlineData("8:30", "11:00", false, 23.50, 4.82, 150, 58.75, 12.05)]
    // 20.01 * 25 / 60 = 8.3375; below, half a cent of each part goes up.
    [InlineData("8:00", "8:25", false, 20.01, 0.01, 25, 8.34, 0.00)]
    [InlineData("8:00", "8:30", false, 0.01, 0.01, 30, 0.01, 0.01)]
    [InlineData("8:00", "8:20", false, 10.00, 3.33, 20, 3.33, 1.11)]
    [InlineData("22:30", "1:15", true, 1000.00, 0, 165, 2750.00, 0)]
    [InlineData("7:00", "7:00", true, 12.41, 2.60, 1440, 297.84, 62.40)]
    public void Pay_and_share_are_rounded_once_per_line(string from, string until, bool nextDay, decimal gross, decimal share, int minutes, decimal pay, decimal employerShare)
    {
        var absence = Absence(new DateOnly(2026, 3, 5), from, until, nextDay, gross, share);

        absence.Minutes.Should().Be(minutes);
        absence.Pay.Should().Be(new Euro(pay));
        absence.EmployerShare.Should().Be(new Euro(employerShare));
        absence.Amount.Should().Be(new Euro(pay + employerShare));
    }

    [Theory]
    [InlineData(2026, 3, 28, 7)]
    [InlineData(2026, 10, 24, 9)]
    [InlineData(2026, 6, 6, 8)]
    public void In_the_nights_when_clocks_change_the_hours_that_passed_count(int year, int month, int day, int hours) =>
        Absence(new DateOnly(year, month, day), "22:00", "6:00", nextDay: true, 10m, 0m).Amount.Should().Be(new Euro(10m * hours));

    [Fact]
    public void Many_lines_add_up_to_the_sum_of_what_is_shown()
    {
        var absences = Enumerable.Range(0, 500).Select(i => Absence(new DateOnly(2025, 1, 1).AddDays(i), "8:00", "8:20", nextDay: false, 10.01m, 2.02m)).ToList();

        // 10.01 / 3 = 3.3366..., 2.02 / 3 = 0.6733...
        absences.Should().OnlyContain(absence => absence.Pay == new Euro(3.34m) && absence.EmployerShare == new Euro(0.67m));
        Claim(absences).Total.Should().Be(new Euro(2005m));
    }

    [Fact]
    public void An_application_survives_its_way_to_the_disk()
    {
        var claim = Claim([Absence(new DateOnly(2026, 3, 5), "22:30", "1:15", nextDay: true, 23.50m, 4.82m)]);

        var again = System.Text.Json.JsonSerializer.Deserialize<Claim>(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(claim));

        again.Should().BeEquivalentTo(claim);
        again!.Total.Should().Be(claim.Total).And.Be(new Euro(77.89m));
    }

    [Theory]
    [InlineData("DE89370400440532013000", "DE89 … 3000")]
    public void An_account_is_shown_masked(string iban, string shown) => ClaimSheet.Masked(iban).Should().Be(shown);

    internal static Absence Absence(DateOnly date, string from, string until, bool nextDay, decimal gross, decimal share) =>
        new(date, TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), nextDay, Duty.Deployment, gross, share);

    internal static Claim Claim(IReadOnlyList<Absence> absences) => new()
    {
        LeikaKey = "99039005080000",
        RegionKey = "145220180180",
        PlaceName = "Freiberg",
        OfficeName = "Ordnungsamt",
        OfficeMail = "ordnungsamt@freiberg.amt.example",
        Statute = "§ 0",
        Applicant = new Applicant("key", "Weiẞ & O’Néill GmbH", "GmbH", "HRB 1", "Amtsgericht Dresden", "Łucja Ő", ["Gasse 1", "01067 Dresden"]),
        Employee = "=Ö",
        FireBrigade = "Ortsfeuerwehr Mitte",
        Iban = "DE89370400440532013000",
        Absences = absences,
        ConfirmedAt = new DateTimeOffset(2026, 3, 6, 8, 0, 0, TimeSpan.Zero),
    };
}
