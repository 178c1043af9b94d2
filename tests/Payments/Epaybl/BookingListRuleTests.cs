using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>What is wrong with a booking list is said at once and before anything is sent.</summary>
public sealed class BookingListRuleTests
{
    [Fact]
    public void A_good_list_has_no_findings() => EpayblApplication.List().Check().Should().BeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("t 1")]
    [InlineData("1234567890123456789012345678901")]
    public void A_transaction_number_has_1_to_30_plain_signs(string number) =>
        Fields(EpayblApplication.List() with { TransactionNumber = number }).Should().Equal("TransactionNumber");

    [Theory]
    [InlineData("1")]
    [InlineData("12-34")]
    [InlineData("1234567890123456789012345678901")]
    public void A_kassenzeichen_has_2_to_30_letters_and_digits(string kassenzeichen) =>
        Fields(EpayblApplication.List() with { Kassenzeichen = kassenzeichen }).Should().Equal("Kassenzeichen");

    [Theory]
    [InlineData("Gebühr")]
    [InlineData("Gebuehr; Mahnung")]
    [InlineData("")]
    public void A_text_has_signs_that_the_service_takes(string text) => Fields(WithBooking(booking => booking with { Text = text })).Should().Equal("Bookings[0].Text");

    [Fact]
    public void Limits_of_a_booking_are_kept()
    {
        Fields(WithBooking(booking => booking with { Text = new string('a', 121) })).Should().Equal("Bookings[0].Text");
        Fields(WithBooking(booking => booking with { BudgetItem = "12345678901" })).Should().Equal("Bookings[0].BudgetItem");
        Fields(WithBooking(booking => booking with { ObjectNumber = "12345678901" })).Should().Equal("Bookings[0].ObjectNumber");
        Fields(WithBooking(booking => booking with { VoucherNumber = "1234567" })).Should().Equal("Bookings[0].VoucherNumber");
        Fields(WithBooking(booking => booking with { Net = Euro.Zero })).Should().Equal("Bookings[0].Gross", "Total");
        Fields(WithBooking(booking => booking with { Net = Euro.FromCents(long.MaxValue), Tax = Euro.FromCents(long.MaxValue) })).Should().Equal("Bookings[0].Gross", "Total");
    }

    [Fact]
    public void All_findings_come_at_once()
    {
        var list = EpayblApplication.List() with
        {
            TransactionNumber = "",
            DunningKey = "123456",
            Methods = [],
            Bookings = [],
            Customer = new EpayblCustomer { Number = "k 1", Name = "", FirstName = new string('a', 28) },
            Addresses = new EpayblAddresses { Success = new Uri("/zurueck", UriKind.Relative), Notify = new Uri("ftp://dienst.example/") },
            Description = new string('a', 101),
            Parameters = new Dictionary<string, string> { ["ppCCaction"] = "", ["\u0001"] = "x" },
        };

        Fields(list).Should().BeEquivalentTo("TransactionNumber", "DunningKey", "Description", "Bookings", "Methods", "Customer.Number", "Customer.Name", "Customer.FirstName", "Addresses.Success", "Addresses.Notify", "Parameters", "Parameters");
    }

    [Theory]
    [InlineData(EpayblProtocol.Rest)]
    [InlineData(EpayblProtocol.Soap)]
    public async Task A_list_that_breaks_rules_is_not_sent(EpayblProtocol protocol)
    {
        var peer = EpayblPeer.Saying("");
        using var app = protocol is EpayblProtocol.Rest ? new EpayblApplication(peer) : EpayblApplication.Soap(peer);

        var book = () => app.Client.BookAsync(EpayblApplication.List() with { DunningKey = "", Methods = [] });

        (await book.Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(new { Code = PaymentErrors.OrderInvalid, IsTransient = false })
            .And.BeAssignableTo<PaymentException>().Which.Findings.Should().HaveCount(2);
        peer.Asked.Should().BeEmpty();
    }

    private static EpayblBookingList WithBooking(Func<EpayblBooking, EpayblBooking> change)
    {
        var list = EpayblApplication.List();
        return list with { Bookings = [change(list.Bookings[0])] };
    }

    private static IEnumerable<string> Fields(EpayblBookingList list) => list.Check().Select(finding => finding.Field);
}
