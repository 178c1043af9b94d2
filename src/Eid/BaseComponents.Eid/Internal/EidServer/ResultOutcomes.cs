using BaseComponents.Eid.EidServer;
using BaseComponents.Eid.Wire.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>Turns the result codes of TR-03130 into outcomes and faults.</summary>
internal sealed class ResultOutcomes(ResultReader reader, SeenAnswers seen)
{
    /// <summary>The outcome; null: there is no result yet.</summary>
    public EidServerResult? Of(VerifiedAnswer answer, EidServerSession session)
    {
        var code = CodeOf(answer);
        return code.IsOk ? Success(answer, session) : code.Name switch
        {
            "getResult#noResultYet" => null,
            "getResult#invalidSession" => new EidServerResult.Expired(),
            "getResult#deniedDocument" => new EidServerResult.DocumentDenied(),
            "getResult#invalidDocument" => new EidServerResult.DocumentInvalid(),
            _ when code.Minor == ResultCode.CancelledByUser => new EidServerResult.Cancelled(),
            _ => throw FaultOf(code),
        };
    }

    /// <summary>The session; null: the server is busy.</summary>
    public OpenedSession? OfStart(VerifiedAnswer answer)
    {
        var code = CodeOf(answer);
        if (code.Name == "useID#tooManyOpenSessions" && !code.IsOk)
            return null;
        if (!code.IsOk)
            throw FaultOf(code);
        RequireNew(answer);
        return Reading(() => StartReader.Read(answer.Content));
    }

    public static EidServerInfo OfServerInfo(VerifiedAnswer answer)
    {
        // The schema has no result code here; a server that cannot answer sends one all the same.
        if (answer.Content.Child("Result") is not null && CodeOf(answer) is { IsOk: false } code)
            throw FaultOf(code);
        return Reading(() => ServerInfoReader.Read(answer.Content));
    }

    private EidServerResult Success(VerifiedAnswer answer, EidServerSession session)
    {
        RequireNew(answer);
        return Reading(() => reader.Read(answer.Content, session));
    }

    private void RequireNew(VerifiedAnswer answer)
    {
        if (!seen.IsNew(answer.SignatureValue))
            throw ServerFaults.Refused("answer-used-before", new XmlRefusedException("answer-used-before"));
    }

    private static ResultCode CodeOf(VerifiedAnswer answer) => Reading(() => ResultCode.Read(answer.Content));

    // A success with a warning is none: what was warned of is not known.
    private static EidException FaultOf(ResultCode code) => code.Name switch
    {
        "useID#missingTerminalRights" => ServerFaults.Rights(code.Shown),
        var name => ServerFaults.Result(code.Shown, isTransient: name is "common#internalError" or "useID#tooManyOpenSessions"),
    };

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlRefusedException exception)
        {
            throw ServerFaults.Refused(exception.Reason, exception);
        }
    }
}
