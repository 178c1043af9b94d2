using BaseComponents.Eid;

namespace BaseComponents.Benchmarks.Eid;

/// <summary>What every request of a logged-in user pays: the identity out of the claims of the session. Then what a log-in pays, and what an attacker gets.</summary>
internal static class EidBenchmarks
{
    private const int Rounds = 20_000;

    public static async Task RunAsync(bool quick)
    {
        var measurement = Measurement.For(quick);
        var identity = Identity();
        var user = new System.Security.Claims.ClaimsPrincipal(identity.ToClaimsIdentity("Broker"));
        if (user.GetEidIdentity() != identity)
            throw new InvalidOperationException("The claims lose something: there is nothing to measure.");

        var read = await measurement.SecondsAsync(() => Repeat(() => user.GetEidIdentity()));
        var roundTrip = await measurement.SecondsAsync(() => Repeat(() => new System.Security.Claims.ClaimsPrincipal(identity.ToClaimsIdentity("Broker")).GetEidIdentity()));
        Measurement.Report("eid.identity.read", read / Rounds * 1e9, "ns");
        Measurement.Report("eid.identity.read.allocated", measurement.AllocatedBytes(() => user.GetEidIdentity()), "B");
        Measurement.Report("eid.identity.roundtrip", roundTrip / Rounds * 1e9, "ns");
        await TokenFigures.RunAsync(quick);
        await SamlFigures.RunAsync(measurement, quick);
        await SoapFigures.RunAsync(quick);
        BombFigures.Run();
        await HostileFigures.RunAsync();
        await ScaleFigures.RunAsync("eid", quick);
    }

    private static void Repeat(Func<EidIdentity> work)
    {
        for (var round = 0; round < Rounds; round++)
            GC.KeepAlive(work());
    }

    private static EidIdentity Identity() => new()
    {
        Person = new EidPerson
        {
            GivenNames = "ERIKA",
            FamilyName = "MUSTERMANN",
            BirthName = "GABLER",
            DateOfBirth = PartialDate.Parse("1964-08-12"),
            PlaceOfBirth = "BERLIN",
            Nationality = new CountryCode("D"),
        },
        Address = new StructuredAddress { Street = "SCHILLERSTRAẞE 17", PostalCode = "01067", Locality = "DRESDEN", Country = new CountryCode("D") },
        MailAddress = "erika.mustermann@buerger.example",
        Level = AssuranceLevel.High,
        Method = EidMethod.IdentityCard,
        Pseudonym = new EidPseudonym("https://issuer.example", "0123456789012345678901234567890123456789012"),
        Statements = AttributeStatements.None.WithTrust(EidAttribute.MailAddress, AssuranceLevel.Basic).WithAbsence(EidAttribute.AcademicTitle, AbsenceReason.NotOnChip),
    };
}
