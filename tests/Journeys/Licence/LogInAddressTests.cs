using DogLicence.LogIns;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>The address that comes back from a log-in is one that anybody can type.</summary>
public sealed class LogInAddressTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var address = new LogInAddress("/antrag/x/anmelden");

        LogInAddress.Parse(address.Back(LogInWay.BundId)).Should().Be((address, LogInWay.BundId));
    }

    [Theory]
    [InlineData("/antrag/x/anmelden", true)]
    [InlineData("/antrag/x/anmelden?konto=fremd", true)]
    [InlineData("/antrag/x/anmelden?konto=bundid&konto=fremd", true)]
    [InlineData("/antrag/x/bezahlen?konto=bundid", false)]
    [InlineData("/impressum", false)]
    [InlineData("/x?/antrag/x/anmelden", false)]
    public void Another_address_names_no_log_in(string address, bool isPage)
    {
        var read = LogInAddress.Parse(address);

        (read is not null).Should().Be(isPage);
        (read?.Way).Should().BeNull();
    }
}
