using DogLicence.Registration;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class ProofTests
{
    [Fact]
    public void The_kind_of_a_file_is_told_by_its_first_bytes()
    {
        ProofFile.TypeOf("%PDF-1.7"u8).Should().Be("application/pdf");
        ProofFile.TypeOf([0xFF, 0xD8, 0xFF, 0xE0]).Should().Be("image/jpeg");
        ProofFile.TypeOf([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).Should().Be("image/png");
        ProofFile.TypeOf("<script>"u8).Should().BeNull();
        ProofFile.TypeOf([]).Should().BeNull();
    }
}
