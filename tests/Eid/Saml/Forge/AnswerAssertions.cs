using BaseComponents.Eid.Saml;

namespace BaseComponents.Tests.Eid.Saml.Forge;

/// <summary>What a test says about an answer.</summary>
internal static class AnswerAssertions
{
    public static void ShouldBeAccepted(this SamlAnswer answer) => answer.Should().BeOfType<SamlAnswer.Accepted>();

    public static void ShouldBeRefused(this SamlAnswer answer, string reason) => answer.Should().Be(new SamlAnswer.Refused(reason));
}
