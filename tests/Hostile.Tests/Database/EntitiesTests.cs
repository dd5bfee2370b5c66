using System.Text;
using Hostile.Model;
using Hostile.Model.Database;
using Xunit;

namespace Hostile.Tests.Database;

/// <summary>What stands for tables in programs, and the schema that they describe.</summary>
public sealed class EntitiesTests
{
    [Fact]
    public void Drizzle_tables_have_columns_keys_and_references()
    {
        var model = Build(("schema.ts", """
            import { pgTable, pgSchema, text, uuid, integer, timestamp, unique, uniqueIndex, index, primaryKey, foreignKey, pgEnum } from 'drizzle-orm/pg-core';
            import { sql } from 'drizzle-orm';
            const status = pgEnum('status', ['a', 'b']);
            const timestamps = { createdAt: timestamp('created_at').notNull().defaultNow(), updatedAt: timestamp('updated_at') };
            const id = () => uuid('id').primaryKey().defaultRandom();
            export const users = pgTable('users', { id: id(), email: text('email').notNull().unique(), state: status('state').default('a'), nick: text(), ...timestamps });
            const auth = pgSchema('auth');
            export const members = auth.table('members', {
              userId: uuid('user_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
              teamId: integer('team_id').notNull(),
              email: text('email'),
              deletedAt: timestamp('deleted_at'),
            }, (t) => [
              primaryKey({ columns: [t.userId, t.teamId] }),
              uniqueIndex('members_email').on(t.teamId, sql`lower(${t.email})`).where(sql`${t.deletedAt} is null`),
              unique('x').on(t.email, t.teamId).nullsNotDistinct(),
              foreignKey({ columns: [t.teamId], foreignColumns: [teams.id] }).onDelete('cascade'),
              index('i').on(t.teamId),
            ]);
            export const teams = pgTable('teams', (t) => ({ id: t.serial().primaryKey(), slug: t.text('slug').notNull() }), (table) => ({ slugKey: uniqueIndex('slug_key').on(table.slug) }));
            """));

        Assert.Equal(
            """
            users: id!=, email!, state=, nick, created_at!=, updated_at; unique (email); primary (id)
            auth.members: user_id!, team_id!, email, deleted_at; primary (user_id, team_id); unique (team_id, lower("email") WHERE "deleted_at" is null); unique (email, team_id) nulls not distinct; (user_id) references users (id) cascade; (team_id) references teams (id) cascade
            teams: id!=, slug!; primary (id); unique (slug)
            """, Show(model.Schema));
        Assert.Equal("user_id", model.Entities.Named("members")!.ColumnOf("userId"));
        Assert.True(model.Entities.Named("members")!.IsComplete);
    }

    [Fact]
    public void Entities_with_decorators_have_columns_of_their_bases_and_of_their_relations()
    {
        var model = Build(("entities.ts", """
            import { Entity, Column, PrimaryGeneratedColumn, ManyToOne, JoinColumn, OneToOne, OneToMany, Index, Unique, CreateDateColumn, EntitySchema } from 'typeorm';
            abstract class Base { @PrimaryGeneratedColumn('uuid') id: string; @CreateDateColumn({ name: 'created_at' }) createdAt: Date; }
            @Entity()
            @Unique(['team', 'email'])
            @Index('uq_slug', ['slug'], { unique: true, where: '"deletedAt" IS NULL' })
            export class TeamMember extends Base {
              @Column({ unique: true }) email: string;
              @Index({ unique: true }) @Column('varchar', { nullable: true, name: 'nick_name' }) nick: string;
              @Column() slug: string;
              @ManyToOne(() => Team, (team) => team.members, { onDelete: 'CASCADE', nullable: false }) @JoinColumn({ name: 'team_id' }) team: Team;
              @OneToOne(() => Profile) @JoinColumn() profile: Profile;
              @OneToOne(() => Profile, (p) => p.x) other: Profile;
            }
            @Entity('teams', { schema: 'org' }) export class Team extends Base { @OneToMany(() => TeamMember, (m) => m.team) members: TeamMember[]; @Column(() => Profile) p: Profile; }
            @Entity({ name: 'profiles' }) export class Profile extends Base {}
            export const Item = new EntitySchema({ name: 'LineItem', columns: { id: { type: Number, primary: true }, sku: { type: String, unique: true, name: 'sku_code' } }, uniques: [{ columns: ['id', 'sku'] }] });
            """));

        Assert.Equal(
            """
            team_member: id!=, created_at!=, email!, nick_name, slug!, team_id!, profileId; unique (email); unique (profileId); primary (id); unique (team_id, email); unique (slug WHERE "deletedAt" IS NULL); unique (nick_name); (team_id) references org.teams () cascade; (profileId) references profiles ()
            org.teams: id!=, created_at!=; primary (id); incomplete
            profiles: id!=, created_at!=; primary (id)
            line_item: id!, sku_code!; unique (sku_code); primary (id); unique (id, sku_code)
            """, Show(model.Schema));
        var member = model.Entities.Named("TeamMember")!;
        Assert.Equal("team_id", member.ColumnOf("team"));
        Assert.Equal("Team", member.Property("team")!.Related);
        Assert.Null(member.ColumnOf("other"));
    }

    [Fact]
    public void Names_in_snake_case_are_made_where_the_library_makes_them()
    {
        var model = Build(("entities.ts", """
            import { Entity, Property, PrimaryKey, ManyToOne, Unique } from '@mikro-orm/core';
            @Entity({ tableName: 'orders' }) @Unique({ properties: ['customer', 'externalId'] })
            export class Order { @PrimaryKey() id: string; @Property({ unique: true }) externalId: string; @Property({ nullable: true, fieldName: 'cust' }) customerName: string; @ManyToOne(() => CustomerAccount) customer: CustomerAccount; @Property({ persist: false }) total: number; }
            @Entity() export class CustomerAccount { @PrimaryKey() id: number; @Unique() @Property() emailAddress: string; }
            """));

        Assert.Equal(
            """
            orders: id!, external_id!, cust, customer_id!; unique (external_id); primary (id); unique (customer_id, external_id); (customer_id) references customer_account ()
            customer_account: id!, email_address!; primary (id); unique (email_address)
            """, Show(model.Schema));
    }

    [Fact]
    public void Models_that_are_initialised_by_calls_have_implied_columns()
    {
        var model = Build(("models.ts", """
            import { Sequelize, DataTypes, Model } from 'sequelize';
            const sequelize = new Sequelize('x');
            export class Account extends Model {}
            Account.init({ email: { type: DataTypes.STRING, unique: true, allowNull: false }, teamId: { type: DataTypes.INTEGER, field: 'team_id', references: { model: 'teams', key: 'id' }, unique: 'team_name' }, name: { type: DataTypes.STRING, unique: 'team_name' }, full: DataTypes.VIRTUAL }, { sequelize, modelName: 'Account', paranoid: true, indexes: [{ unique: true, fields: ['teamId', 'email'], where: { deletedAt: null } }] });
            export const Person = sequelize.define('Person', { userName: DataTypes.STRING }, { underscored: true, timestamps: false });
            export class Category extends Model { static setup() { this.init({ id: { type: DataTypes.UUID, primaryKey: true } }, { tableName: 'cats', sequelize }); } }
            """));

        Assert.Equal(
            """
            Accounts: email!, team_id, name, id!=, createdAt!=, updatedAt!=, deletedAt=; unique (email); primary (id); unique (team_id, name); unique (team_id, email WHERE "deletedAt" IS NULL); (team_id) references teams (id)
            people: user_name, id!=; primary (id)
            cats: id!, createdAt!=, updatedAt!=; primary (id)
            """, Show(model.Schema));
        Assert.Equal("team_id", model.Entities.Named("Account")!.ColumnOf("teamId"));
    }

    [Fact]
    public void Classes_with_bare_decorators_are_read_too()
    {
        var model = Build(("models.ts", """
            import { Table, Column, Model, DataType, PrimaryKey, Default, AllowNull, Unique, ForeignKey, BelongsTo } from 'sequelize-typescript';
            class IdModel extends Model { @PrimaryKey @Default(DataType.UUIDV4) @Column(DataType.UUID) id: string; }
            @Table({ tableName: 'apiKeys', modelName: 'apiKey' })
            export class ApiKey extends IdModel {
              @Unique @Column(DataType.STRING) secret: string;
              @Column(DataType.VIRTUAL) value: string | null;
              @AllowNull(false) @Column({ field: 'last_4' }) last4: string;
              @BelongsTo(() => User, 'userId') user: User;
              @ForeignKey(() => User) @Column(DataType.UUID) userId: string;
            }
            @Table export class User extends IdModel { @Column email: string; }
            """));

        Assert.Equal(
            """
            apiKeys: id!=, secret, last_4!, userId, createdAt!=, updatedAt!=; unique (secret); primary (id); (userId) references Users ()
            Users: id!=, email, createdAt!=, updatedAt!=; primary (id)
            """, Show(model.Schema));
    }

    [Fact]
    public void Schema_files_of_one_folder_are_one_schema()
    {
        var model = Build(
            ("db/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                }
                enum Role {
                  admin
                  member @map("plain")
                }
                model User {
                  id      String   @id @default(cuid())
                  email   String   @unique @map("e_mail") // a comment
                  role    Role     @default(member)
                  members Member[]
                  @@map("users")
                }
                """),
            ("db/models/member.prisma", """
                model Member {
                  userId String
                  teamId String @map(name: "team_id")
                  nick   String?
                  user   User   @relation(fields: [userId], references: [id], onDelete: Cascade)
                  @@id([userId, teamId])
                  @@unique(
                    fields: [teamId, nick(sort: Desc)],
                    name: "nickname"
                  )
                }
                """),
            ("a.ts", "export {};"));

        Assert.Equal(
            """
            Member: userId!, team_id!, nick; primary (userId, team_id); unique (team_id, nick); (userId) references users (id) cascade
            users: id!=, e_mail!, role!=; primary (id); unique (e_mail)
            """, Show(model.Schema));
        var member = model.Entities.Named("member")!;
        Assert.Equal(["userId_teamId", "nickname"], member.Keys.Select(key => key.Name));
        Assert.Equal("userId", member.ColumnOf("user"));
        Assert.Equal(["admin", "plain"], Assert.Single(model.Schema.Enums).Labels);
    }

    private static ProjectModel Build(params (string Path, string Text)[] files) =>
        ModelBuilder.Build([.. files.Select(file => new SourceFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))], (_, _) => null);

    /// <summary>A line a table: columns (<c>!</c> not null, <c>=</c> with a default), keys, foreign keys.</summary>
    internal static string Show(Schema schema) => string.Join(Environment.NewLine, schema.Tables.Select(table => string.Join("; ", [
        $"{table.Name}: {string.Join(", ", table.Columns.Select(column => $"{column.Name}{(column.IsNotNull ? "!" : "")}{(column.HasDefault ? "=" : "")}"))}",
        .. table.UniqueKeys.Select(key => $"{(key.IsPrimary ? "primary" : "unique")} ({key.Describe()}){(key.NullsNotDistinct ? " nulls not distinct" : "")}"),
        .. table.ForeignKeys.Select(key => $"({string.Join(", ", key.Columns)}) references {key.References} ({string.Join(", ", key.ReferencedColumns)}){(key.OnDelete == "" ? "" : $" {key.OnDelete}")}"),
        .. table.IsComplete ? Array.Empty<string>() : ["incomplete"],
    ])));
}
