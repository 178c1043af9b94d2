using System.Buffers.Text;
using System.Text;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Internal.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>Those who vouch for mail certificates and signatures: revocation list, responder, time stamps. Over http, as such services are: what they say is signed.</summary>
internal sealed class TrustPages
{
    public const string ListPath = "/mail/trust/revoked.crl";
    public const string OcspPath = "/mail/trust/ocsp";
    public const string TimeStampPath = "/mail/trust/time-stamps";
    private const int MaxQuestion = 64 * 1024;
    private readonly SandboxFaults _faults;
    private readonly RevocationListOffice _list;
    private readonly OcspResponder _responder;
    private readonly TimeStampService _timeStamps;

    public TrustPages(SandboxContext context, IssuedCertificates certificates)
    {
        _faults = context.Faults;
        _list = new RevocationListOffice(certificates, context.Clock);
        var own = new SigningKey(context.Authority.LoadOrIssue("ocsp", CertificateShape.Responder("Sandbox OCSP")));
        var foreign = new SigningKey(CertificateMaker.Make(CertificateShape.Authority("BaseComponents Sandbox CA"), null, context.Keys, context.Clock.GetUtcNow()));
        _responder = new OcspResponder(certificates, own, foreign, context.Faults, context.Clock);
        _timeStamps = new TimeStampService(new SigningKey(context.Authority.LoadOrIssue("time-stamps", CertificateShape.TimeStamps("Sandbox time stamps"))), context.Clock);
    }

    public static RevocationPlaces Places(Uri sandbox) => new(new Uri(sandbox, ListPath), new Uri(sandbox, OcspPath));

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ListPath, (HttpContext http) => Unless(http, MailFaults.ListUnreachable, () => Results.Bytes(_list.Write(_faults.Take(MailFaults.ListExpired) is not null), "application/pkix-crl")));
        endpoints.MapPost(OcspPath, (Delegate)((HttpContext http) => AskAsync(http, MailFaults.OcspUnreachable, _responder.Answer, "application/ocsp-response")));
        endpoints.MapGet(OcspPath + "/{**question}", (HttpContext http, string question) => Ask(http, question));
        endpoints.MapPost(TimeStampPath, (Delegate)((HttpContext http) => AskAsync(http, MailFaults.TimeStampUnreachable, _timeStamps.Answer, "application/timestamp-reply")));
    }

    // RFC 6960 appendix A.1: a short question may stand in the address.
    private IResult Ask(HttpContext http, string question)
    {
        var text = Encoding.ASCII.GetBytes(Uri.UnescapeDataString(question));
        if (!Base64.IsValid(text))
            return Results.BadRequest();
        return Unless(http, MailFaults.OcspUnreachable, () => Results.Bytes(_responder.Answer(Convert.FromBase64String(Encoding.ASCII.GetString(text))), "application/ocsp-response"));
    }

    private async Task<IResult> AskAsync(HttpContext http, string unreachable, Func<byte[], byte[]> answer, string mediaType)
    {
        if (http.Request.ContentLength is null or > MaxQuestion)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var question = new MemoryStream();
        await http.Request.Body.CopyToAsync(question, http.RequestAborted);
        return Unless(http, unreachable, () => Results.Bytes(answer(question.ToArray()), mediaType));
    }

    private IResult Unless(HttpContext http, string unreachable, Func<IResult> answer)
    {
        if (_faults.Take(unreachable) is null)
            return answer();
        http.Abort();
        return Results.Empty;
    }
}
