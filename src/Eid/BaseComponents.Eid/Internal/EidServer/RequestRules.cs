using System.Text.RegularExpressions;
using System.Xml;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>What a request has to be before it is sent: a server would refuse any other with schemaViolation or missingArgument.</summary>
internal static partial class RequestRules
{
    private const int OldestAge = 150;
    private const int LongestText = 2000;

    /// <exception cref="EidException"><c>eid.server-request</c></exception>
    public static void Require(EidServerRequest request, EidServerVersion version)
    {
        if ((OperationProblem(request) ?? AgeProblem(request) ?? PlaceProblem(request) ?? TextProblem(request) ?? LevelProblem(request) ?? VersionProblem(request, version)) is { } problem)
            throw ServerFaults.Request(problem);
    }

    private static string? OperationProblem(EidServerRequest request)
    {
        if (request.Operations is not { Count: > 0 })
            return "Operations is empty";
        return request.Operations.All(pair => pair.Key.IsKnown && Enum.IsDefined(pair.Value)) ? null : "Operations names one that is not known";
    }

    private static string? AgeProblem(EidServerRequest request)
    {
        if (request.MinimumAge is < 0 or > OldestAge)
            return $"MinimumAge must be between 0 and {OldestAge}";
        return request.MinimumAge is null == request.Operations.ContainsKey(EidServerOperation.AgeVerification) ? "MinimumAge and the operation AgeVerification belong together" : null;
    }

    private static string? PlaceProblem(EidServerRequest request)
    {
        if (request.CommunityId is { } community && !CommunityForm.IsMatch(community))
            return "CommunityId must have the form of the standard, such as 027614 for Saxony";
        return request.CommunityId is null == request.Operations.ContainsKey(EidServerOperation.PlaceVerification) ? "CommunityId and the operation PlaceVerification belong together" : null;
    }

    private static string? TextProblem(EidServerRequest request)
    {
        if (request.TransactionInfo is { } info && !IsText(info))
            return $"TransactionInfo must have 1 to {LongestText} characters, all of which XML can write";
        if (request.Attestation is { } attestation && (attestation.Format is not { IsAbsoluteUri: true, OriginalString.Length: <= LongestText } || !IsText(attestation.Context)))
            return $"Attestation needs an absolute Format and a Context of 1 to {LongestText} characters, all of which XML can write";
        return null;
    }

    private static string? LevelProblem(EidServerRequest request)
    {
        if (request.MinimumLevel is { } level && (level is AssuranceLevel.Unknown || !Enum.IsDefined(level)))
            return "MinimumLevel must be Basic, Low, Substantial or High";
        return request.EidTypes is null || (request.EidTypes.Count > 0 && request.EidTypes.All(type => EidServerEidType.Known.Contains(type)))
            ? null
            : "EidTypes must hold at least one, and known ones only";
    }

    // What a citizen is to be shown, or the service to get, is not left out in silence.
    private static string? VersionProblem(EidServerRequest request, EidServerVersion version)
    {
        if (request.TransactionInfo is not null && version is not EidServerVersion.From24)
            return "TransactionInfo needs a server of version 2.4";
        return request.Attestation is not null && version is EidServerVersion.Until22 ? "Attestation needs a server of version 2.3" : null;
    }

    private static bool IsText(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText })
            return false;
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A0[0-9]{3}([0-9]{2}(0[0-9]([0-9]{2}(0[0-9]{3})?)?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommunityForm { get; }
}
