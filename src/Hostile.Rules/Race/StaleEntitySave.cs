using Hostile.Model;
using Hostile.Model.Database;

namespace Hostile.Rules.Race;

/// <summary>An object is read, time passes, and the library writes all of it back: columns that nobody meant to change go back with it.</summary>
public static class StaleEntitySave
{
    public static readonly Rule Rule = new("race/stale-entity-save")
    {
        Severity = Severity.P1,
        Title = "An object is saved whole, with columns as they were when it was read",
        Why = """
            The library compares the object with the row as it is when it is saved, and writes every column in which they differ: also those that nobody assigned, which another
            request has changed since the object was read. Its change is undone without an error.
            """,
        Fix = """
            Write only the columns that are meant: `repository.update(id, { name })`, or an UPDATE of the query builder. Or read the row with a lock in the transaction that saves it.
            """,
        Risk = "What another request has written is undone, without an error and far from the place that did it.",
        Unseen = "An object that a function is given, or that is read more than one call away; writers of other columns that are not part of this program.",
        Bad =
        [
            """
            // @filename: user.ts
            import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
            @Entity('users')
            export class User {
              @PrimaryGeneratedColumn() id!: number;
              @Column() avatar!: string;
              @Column() credits!: number;
            }
            // @filename: example.ts
            import type { DataSource } from 'typeorm';
            import express from 'express';
            import { User } from './user';
            declare function upload(file: string): Promise<string>;
            export function routes(db: DataSource, app: express.Application) {
              const users = db.getRepository(User);
              app.post('/avatar', async (req) => {
                const user = await users.findOneByOrFail({ id: req.body.id });
                user.avatar = await upload(req.body.file);
                await users.save(user); // expect: race/stale-entity-save
              });
              app.post('/credits', async (req) => {
                await users.update({ id: req.body.id }, { credits: 0 });
              });
            }
            """,
        ],
        Good =
        [
            """
            // @filename: user.ts
            import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
            @Entity('users')
            export class User {
              @PrimaryGeneratedColumn() id!: number;
              @Column() avatar!: string;
              @Column() credits!: number;
            }
            // @filename: example.ts
            import type { DataSource } from 'typeorm';
            import express from 'express';
            import { User } from './user';
            declare function upload(file: string): Promise<string>;
            export function routes(db: DataSource, app: express.Application) {
              const users = db.getRepository(User);
              app.post('/avatar', async (req) => {
                const user = await users.findOneByOrFail({ id: req.body.id });
                const avatar = await upload(req.body.file);
                await users.update({ id: user.id }, { avatar });
              });
              app.post('/credits', async (req) => {
                await users.update({ id: req.body.id }, { credits: 0 });
              });
            }
            """,
        ],
        Check = Rule.EachFunction(Check, of: function => function.UsesDatabase),
    };

    private static IEnumerable<Verdict> Check(FunctionModel function)
    {
        foreach (var save in StaleSave.In(function))
        {
            var race = save.Race;
            var place = function.PlaceOf(race.Write.Call);
            if (Protection.Of(race, function) is { } protection)
            {
                yield return Rule.Clear(place, protection);
                continue;
            }

            var name = $"{race.Write.Query.Table}.{race.Column}";
            var finding = Rule.At(place, $"`{name}` goes back to what it was when the object was read, though `{save.Writer.Name}` may have changed it since",
                [
                    .. function.StartOf(race),
                    .. function.Steps(race.Read, $"reads the row, `{race.Column}` with it", Side.A),
                    new(function.PlaceOf(save.Between), "waits for something else", Side.A),
                    .. save.Writer.Exposure.Steps(Side.B),
                    save.Writer.LastStep(save.Other, $"changes `{race.Column}`", Side.B),
                    .. function.Steps(race.Write, $"saves the whole object: writes the old `{race.Column}` over it", Side.A),
                ]) with
            {
                Evidence = Evidence.Likely,
                Assumption = "the two run at the same time for the same row",
            };
            if (save.IsFilled)
                finding = finding.Lowered($"the other one fills `{race.Column}` wherever it is empty: it comes to a row once", 2);
            if (!save.TakesLong)
                finding = finding.Lowered("between the read and the save only the database is waited for");
            else if (!Stakes.IsAtStake(race.Write.Query, race.Column))
                finding = finding.Lowered("neither money, nor a right, nor something that may be used once goes back");
            var exposure = function.ExposureOf(race);
            yield return exposure.IsConcurrent ? finding : finding.Lowered("no request or job is seen to start it").ByReach(exposure);
        }
    }
}
