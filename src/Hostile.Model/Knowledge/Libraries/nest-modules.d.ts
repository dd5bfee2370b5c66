/**
 * Modules of Nest that make a database's pool.
 *
 * @library @nestjs/typeorm 9.x - 12.x
 * @library @nestjs/sequelize 9.x - 12.x
 * @source read in @nestjs/typeorm 12.0.2 dist/typeorm-core.module.js: `forRoot` makes a DataSource of its options, and `forRootAsync` of those that its function gives; both initialise it
 * @source read in @nestjs/sequelize 12.0.0 dist/sequelize-core.module.js: likewise a Sequelize
 */
declare module '@nestjs/typeorm' {
  import { DataSource, DataSourceOptions } from 'typeorm';
  export interface TypeOrmModuleAsyncOptions {
    useFactory?: (...args: any[]) => DataSourceOptions | Promise<DataSourceOptions>;
    useClass?: any;
    useExisting?: any;
    dataSourceFactory?: any;
    inject?: any[];
    imports?: any[];
    name?: string;
    extraProviders?: any[];
  }
  export class TypeOrmModule {
    /** @makes */
    static forRoot(options?: DataSourceOptions): DataSource;
    /** @makes */
    static forRootAsync(options: TypeOrmModuleAsyncOptions): DataSource;
    static forFeature(...args: any[]): any;
  }
  export function InjectRepository(...args: any[]): any;
  export function InjectDataSource(...args: any[]): any;
  export function InjectEntityManager(...args: any[]): any;
  export function getRepositoryToken(...args: any[]): any;
  export function getDataSourceToken(...args: any[]): any;
}
declare module '@nestjs/sequelize' {
  import { Sequelize, Options } from 'sequelize';
  export interface SequelizeModuleAsyncOptions {
    useFactory?: (...args: any[]) => Options | Promise<Options>;
    useClass?: any;
    useExisting?: any;
    inject?: any[];
    imports?: any[];
    name?: string;
  }
  export class SequelizeModule {
    /** @makes */
    static forRoot(options?: Options): Sequelize;
    /** @makes */
    static forRootAsync(options: SequelizeModuleAsyncOptions): Sequelize;
    static forFeature(...args: any[]): any;
  }
  export function InjectModel(...args: any[]): any;
  export function InjectConnection(...args: any[]): any;
  export function getModelToken(...args: any[]): any;
}
